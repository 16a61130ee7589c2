using System.Diagnostics;
using Entente.Tests.Architecture;

namespace Entente.Tests.Cli;

/// <summary>The real executable, run as a user would.</summary>
internal sealed record EntenteProcess(int ExitCode, string Output, string Error)
{
    public static EntenteProcess Run(string directory, params string[] arguments) => Run(directory, input: null, arguments);

    public static EntenteProcess Run(string directory, byte[]? input, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet")
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "entente.dll"));
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        using (Stream stdin = process.StandardInput.BaseStream)
        {
            try
            {
                stdin.Write(input);
            }
            catch (IOException)
            {
                // It did not read its input to the end; its exit code tells why.
            }
        }

        process.WaitForExit();
        return new EntenteProcess(process.ExitCode, output.Result, error.Result);
    }

    /// <summary>A fresh folder that holds a copy of <c>samples/</c>.</summary>
    public static string FreshFolderWithSamples()
    {
        string fresh = Directory.CreateTempSubdirectory("entente-test-").FullName;
        string samples = SourceTree.In("samples");
        foreach (string file in Directory.EnumerateFiles(samples, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(fresh, "samples", Path.GetRelativePath(samples, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return fresh;
    }
}
