using Entente.Analysis.Entities;
using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

/// <summary>Tells whether two wordings differ only in which name of one thing they use: "Burma" and "Myanmar", "the Quay Trust" and "QT" where a report has written "Quay Trust (QT)".</summary>
/// <remarks>Only what a table that ships holds in one row, or a report itself puts side by side; a likeness of letters is not enough. A look at a bounded number of words, and
/// for initials at both texts.</remarks>
internal static class OtherName
{
    /// <summary>Words that both wordings share beside an edit and that may belong to the name: "Islamic State" and "Islamic State of Iraq and Syria" differ in "of Iraq and Syria".</summary>
    private const int MostShared = 3;
    private const int LongestInitials = 8;

    public static bool IsExchanged(string first, List<QuotedWord> a, int fromA, int toA, string second, List<QuotedWord> b, int fromB, int toB)
    {
        int before = 0;
        while (before < MostShared && fromA > before && fromB > before && a[fromA - before - 1].Folded == b[fromB - before - 1].Folded)
        {
            before++;
        }

        int behind = 0;
        while (behind < MostShared && toA + behind < a.Count && toB + behind < b.Count && a[toA + behind].Folded == b[toB + behind].Folded)
        {
            behind++;
        }

        for (int left = 0; left <= before; left++)
        {
            for (int right = 0; right <= behind; right++)
            {
                if (toA - fromA + left + right > 0 && toB - fromB + left + right > 0
                    && IsSame(Name(first, a, fromA - left, toA + right), Name(second, b, fromB - left, toB + right), first, second))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsSame(string one, string other, string first, string second)
    {
        if (one == other || one.Length == 0 || other.Length == 0)
        {
            return false;
        }

        // All tables write names with a capital, which also keeps "is" from being IS.
        if (NameTable.UsualName(one) is { } usual && usual == NameTable.UsualName(other))
        {
            return !IsNotTheWhole(one) && !IsNotTheWhole(other);
        }

        (string initials, string full) = one.Length < other.Length ? (one, other) : (other, one);
        return initials.Length <= LongestInitials && Gazetteer.IsCapitals(initials) && char.IsUpper(full[0])
            && (Defines(first, full, initials) || Defines(second, full, initials));
    }

    /// <summary>Rows of states hold parts of them, states before them and names of two of them as well. Who says "Scotland" for "Britain" says something else.</summary>
    private static bool IsNotTheWhole(string name) => name is "England" or "Scotland" or "Wales" or "Northern Ireland" or "West Germany" or "East Germany" or "Soviet Union" or "USSR"
        or "Yugoslavia" or "Czechoslovakia" or "Ottoman Empire" or "Somaliland" or "Zanzibar" or "Tanganyika" or "North Vietnam" or "South Vietnam" or "mainland China" or "Korea" or "Congo"
        or "Antigua" or "Trinidad" or "Bosnia" or "Northern Rhodesia" or "Rhodesia" or "Organisation of African Unity" or "OAU";

    /// <summary>"Quay Trust (QT)" or "QT (Quay Trust)" somewhere in a report.</summary>
    private static bool Defines(string text, string full, string initials) =>
        text.Contains($"{full} ({initials})", StringComparison.Ordinal) || text.Contains($"{initials} ({full})", StringComparison.Ordinal);

    /// <summary>The words as they are written, without an article before them; empty where they are none of capital letter.</summary>
    private static string Name(string text, List<QuotedWord> words, int from, int to)
    {
        from += to - from > 1 && words[from].Folded is "the" or "a" or "an" ? 1 : 0;
        string name = string.Join(' ', new TextSpan(words[from].Span.Start, words[to - 1].Span.End).Of(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return name.AsSpan().ContainsAnyInRange('A', 'Z') ? name : "";
    }
}
