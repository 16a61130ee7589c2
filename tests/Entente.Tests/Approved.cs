namespace Entente.Tests;

/// <summary>Compares output with a file that a person has approved; a mismatch is written beside it as <c>.received.</c>.</summary>
internal static class Approved
{
    /// <summary>Set UPDATE_APPROVED=1 to take what is received as approved, then look at the difference before committing it.</summary>
    public static void Equal(string received, string approvedFile)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1")
        {
            File.WriteAllText(approvedFile, received);
            return;
        }

        string receivedFile = approvedFile.Replace(".approved.", ".received.", StringComparison.Ordinal);
        string approved = File.Exists(approvedFile) ? File.ReadAllText(approvedFile) : "";
        if (received == approved)
        {
            File.Delete(receivedFile);
            return;
        }

        File.WriteAllText(receivedFile, received);
        string[] expected = approved.Split('\n');
        string[] actual = received.Split('\n');
        int line = 0;
        while (line < expected.Length && line < actual.Length && expected[line] == actual[line])
        {
            line++;
        }

        Assert.Fail($"{Path.GetFileName(approvedFile)} differs at line {line + 1}:\n"
            + $"approved: {(line < expected.Length ? expected[line] : "(end)")}\nreceived: {(line < actual.Length ? actual[line] : "(end)")}\n"
            + $"See {Path.GetFileName(receivedFile)}; run with UPDATE_APPROVED=1 if it is right.");
    }
}
