namespace Entente.Analysis.Briefings;

/// <summary>What every page of ours begins and ends with: one file, no scripts, and a policy that forbids it scripts, pictures and requests.</summary>
internal static class HtmlPage
{
    public static void Open(TextWriter writer, string title, params ReadOnlySpan<string> styles)
    {
        writer.Write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            + "<meta name=\"color-scheme\" content=\"light dark\">\n"
            + "<meta name=\"referrer\" content=\"no-referrer\">\n"
            + $"<title>{HtmlText.Escaped(title)}</title>\n<style>\n");
        foreach (string style in styles)
        {
            writer.Write(style);
        }

        writer.Write("</style>\n</head>\n<body>\n");
    }

    public static void Close(TextWriter writer) => writer.Write("</body>\n</html>\n");
}
