using System.Runtime.CompilerServices;
using System.Text;

namespace Entente.Tests;

/// <summary>Compares an output with the one a person approved, kept beside the tests.</summary>
/// <remarks>On a difference the new output is written next to the old as <c>*.received.*</c>: look at it, and rename it if it is right.
/// With UPDATE_APPROVED=1 what is received is taken as approved; look at the difference before committing it.</remarks>
internal static class Approved
{
    public static void Matches(string received, string name, [CallerFilePath] string caller = "")
    {
        string folder = Path.GetDirectoryName(caller)!;
        (string stem, string ending) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        string approvedPath = Path.Combine(folder, $"{stem}.approved{ending}");
        string receivedPath = Path.Combine(folder, $"{stem}.received{ending}");
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1")
        {
            File.WriteAllText(approvedPath, received, new UTF8Encoding(false));
            return;
        }

        string approved = File.Exists(approvedPath) ? File.ReadAllText(approvedPath) : "";
        if (received == approved)
        {
            File.Delete(receivedPath);
            return;
        }

        File.WriteAllText(receivedPath, received, new UTF8Encoding(false));
        Assert.Fail($"{name} differs from the approved one {FirstDifference(approved, received)}; compare with {stem}.received{ending}.");
    }

    private static string FirstDifference(string approved, string received)
    {
        string[] old = approved.Split('\n');
        string[] now = received.Split('\n');
        for (int i = 0; i < Math.Max(old.Length, now.Length); i++)
        {
            string was = i < old.Length ? old[i] : "(end)";
            string got = i < now.Length ? now[i] : "(end)";
            if (was != got)
            {
                return $"at line {i + 1}:\n  approved: {was}\n  received: {got}\n";
            }
        }

        return "nowhere visible";
    }
}
