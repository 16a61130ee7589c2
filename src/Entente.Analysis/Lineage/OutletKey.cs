using Entente.Analysis.Text;

namespace Entente.Analysis.Lineage;

/// <summary>An outlet's name reduced to what two spellings of it have in common: "The Pellow Post", "PellowPost" and pellowpost.example are one.</summary>
internal static class OutletKey
{
    private const int FewestInitials = 3;
    private static readonly string[] s_editions = [" online", " website", " digital"];

    public static string Of(string name)
    {
        string spelled = OutletRegister.Shipped.TryFindByName(name)?.Name ?? name;
        return Letters(Bare(spelled)) is { Length: > 0 } key ? key : spelled;
    }

    /// <summary>The keys an outlet answers to: its name, the initials of a name of three words or more unless another listed
    /// outlet is called so, and the telling part of its domain. Empty for none.</summary>
    public static IEnumerable<string> Of(Outlet? outlet)
    {
        if (!string.IsNullOrWhiteSpace(outlet?.Name))
        {
            yield return Of(outlet.Name);

            string initials = string.Concat(Bare(outlet.Name).Split(' ', '-').Where(w => w.Length > 0 && char.IsUpper(w[0]) && w != "The").Select(w => w[0]));
            if (initials.Length >= FewestInitials && OutletRegister.Shipped.TryFindByName(initials) is null)
            {
                yield return Letters(initials);
            }
        }

        if (!string.IsNullOrWhiteSpace(outlet?.Domain))
        {
            yield return OutletRegister.Shipped.TryFindByDomain(outlet.Domain)?.Name is { } listed ? Of(listed) : Letters(OwnLabel(outlet.Domain));
        }
    }

    /// <summary>Whether <paramref name="name"/> is this outlet's own name, or that of the house it belongs to.</summary>
    public static bool IsSelf(string name, Outlet? outlet)
    {
        string key = Of(name);
        return Of(outlet).Contains(key, StringComparer.Ordinal)
            || (!string.IsNullOrWhiteSpace(outlet?.Family) && Of(outlet.Family) == key);
    }

    /// <summary>The name without what tells apart its editions: "Pellow Post (Harrow)", "Pellow Post Online".</summary>
    private static string Bare(string name)
    {
        ReadOnlySpan<char> bare = name.AsSpan().Trim();
        int bracket = bare.IndexOf(" (", StringComparison.Ordinal);
        if (bracket > 0)
        {
            bare = bare[..bracket];
        }

        foreach (string edition in s_editions)
        {
            if (bare.EndsWith(edition, StringComparison.OrdinalIgnoreCase))
            {
                bare = bare[..^edition.Length];
            }
        }

        return bare.ToString();
    }

    /// <summary><c>example</c> of <c>www.example.co.uk</c>.</summary>
    private static string OwnLabel(string domain)
    {
        string[] labels = domain.ToLowerInvariant().Split('.', StringSplitOptions.RemoveEmptyEntries);
        int own = labels.Length - 2;
        if (own > 0 && labels[own] is "co" or "com" or "org" or "net" or "gov" or "ac" or "edu")
        {
            own--;
        }

        return labels[Math.Max(0, own)];
    }

    private static string Letters(string name) => OutletRegister.KeyOf(name).Replace("&", "", StringComparison.Ordinal);
}
