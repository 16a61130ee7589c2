using System.Diagnostics;

namespace Entente.Bench;

/// <summary>Runs <c>bench/NAME/measure.js</c> with Node.js.</summary>
internal static class NodePeer
{
    /// <returns>What it printed.</returns>
    public static string Run(string name, params string[] arguments)
    {
        string script = Path.Combine(AppContext.BaseDirectory, name, "measure.js");
        for (DirectoryInfo? above = new(AppContext.BaseDirectory); !File.Exists(script) && above is not null; above = above.Parent)
        {
            script = Path.Combine(above.FullName, "bench", name, "measure.js");
        }

        ProcessStartInfo start = new("node") { RedirectStandardOutput = true };
        start.ArgumentList.Add(script);
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using Process node = Process.Start(start) ?? throw new InvalidOperationException("node did not start");
        string output = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        return output;
    }
}
