using System.Globalization;
using System.Text;

namespace Entente.Analysis.Scoring;

/// <summary>Whether two short statements — a headline, a byline, a date — say exactly the same.</summary>
/// <remarks>Case, white space and the form of quotation marks, apostrophes and dashes do not count (NFKC, then folded). Nothing else is forgiven: a title,
/// a credential or a job beside a name makes another byline.</remarks>
public static class ExactMatch
{
    public static bool OfText(string found, string gold) => string.Equals(Fold(found), Fold(gold), StringComparison.Ordinal);

    /// <summary>Compares lists of names, however they are parted: by comma, semicolon, "and", "&amp;" or "with". The order counts; a leading "By" does not.</summary>
    public static bool OfNames(IReadOnlyList<string> found, string gold)
    {
        List<string> a = Names(string.Join(", ", found));
        List<string> b = Names(gold);
        if (a.Count != b.Count)
        {
            return false;
        }

        for (int i = 0; i < a.Count; i++)
        {
            if (!string.Equals(a[i], b[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static List<string> Names(string byline)
    {
        string folded = Fold(byline).Replace(" and ", ",", StringComparison.Ordinal).Replace(" & ", ",", StringComparison.Ordinal)
            .Replace(" with ", ",", StringComparison.Ordinal).Replace(';', ',');
        if (folded.StartsWith("by ", StringComparison.Ordinal))
        {
            folded = folded[3..];
        }

        return [.. folded.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }

    private static string Fold(string text)
    {
        string normal = text.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        StringBuilder folded = new(normal.Length);
        foreach (char c in normal)
        {
            if (char.IsWhiteSpace(c))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                {
                    folded.Append(' ');
                }
            }
            else if (char.GetUnicodeCategory(c) != UnicodeCategory.Format)
            {
                folded.Append(c switch
                {
                    '‘' or '’' or '‛' or 'ʼ' or '`' => '\'',
                    '“' or '”' or '„' or '«' or '»' => '"',
                    '‐' or '‑' or '–' or '—' or '−' => '-',
                    _ => c,
                });
            }
        }

        return folded.ToString().Trim();
    }
}
