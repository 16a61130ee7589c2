using Entente.Analysis.Text;

namespace Entente.Reading;

/// <summary>Whether the title of a feed is the name of the outlet that its entries were published by.</summary>
internal static class FeedOutlet
{
    private static readonly string[] s_separators = [" - ", " | ", " – ", " — ", " » ", " > ", ": "];

    /// <summary>A known outlet in the title (<c>Example Times - World</c>), else the whole title of a site's own feed; else null.</summary>
    /// <remarks>The feed of an aggregator leads to other sites and is named for a search or a topic; its title is no outlet.</remarks>
    public static string? Find(string? title, string? feedLink, string? entryLink, OutletRegister register)
    {
        if (title is null || !IsSameSite(feedLink, entryLink))
        {
            return null;
        }

        if (register.TryFindByName(title) is { } whole)
        {
            return whole.Name;
        }

        string[] parts = title.Split(s_separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (string part in parts)
        {
            if (register.TryFindByName(part) is { } known)
            {
                return known.Name;
            }
        }

        return parts.Length == 1 ? title : Array.Find(parts, part => IsNameOfSite(part, feedLink!));
    }

    /// <summary>"Radio Marea" at <c>www.radio-marea.example</c>: the name and a label of the address are the same letters.</summary>
    private static bool IsNameOfSite(string name, string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? site) && site.Host.Split('.').Any(label => label.Length > 3 && Letters(label) == Letters(name));

    private static string Letters(string words) => string.Concat(words.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static bool IsSameSite(string? left, string? right)
    {
        if (!Uri.TryCreate(left, UriKind.Absolute, out Uri? first) || !Uri.TryCreate(right, UriKind.Absolute, out Uri? second))
        {
            return false;
        }

        string one = "." + first.Host;
        string other = "." + second.Host;
        return WithoutWww(one).EndsWith(WithoutWww(other), StringComparison.OrdinalIgnoreCase)
            || WithoutWww(other).EndsWith(WithoutWww(one), StringComparison.OrdinalIgnoreCase);
    }

    private static string WithoutWww(string host) => host.StartsWith(".www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;
}
