namespace Entente.Reading.Inputs;

/// <summary>Words for what the operating system or a parser objected to, fit to stand inside a sentence.</summary>
internal static class Failure
{
    public static string Say(Exception failure) => failure switch
    {
        UnauthorizedAccessException => "access is denied",
        FileNotFoundException or DirectoryNotFoundException => "it is gone, or a link that leads nowhere",
        _ => Line(failure.Message),
    };

    /// <summary>One line, without the closing full stop.</summary>
    public static string Line(string message)
    {
        int end = message.AsSpan().IndexOfAny('\r', '\n');
        return (end < 0 ? message : message[..end]).Trim().TrimEnd('.');
    }
}
