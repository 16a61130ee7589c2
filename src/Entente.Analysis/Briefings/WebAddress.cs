namespace Entente.Analysis.Briefings;

/// <summary>Which addresses in foreign reports may become links.</summary>
internal static class WebAddress
{
    /// <summary>The address, percent-encoded, if it is an absolute http or https one; null for anything else (<c>javascript:</c>,
    /// <c>data:</c>, a file's).</summary>
    public static string? TryClean(string? address)
    {
        if (address is null || !Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
        {
            return null;
        }

        string clean = uri.AbsoluteUri.Replace("'", "%27");
        return clean.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or '"' or '\\' or '`') ? null : clean;
    }
}
