using Entente.Analysis.Text;

namespace Entente.Analysis.Briefings;

/// <summary>Words of a report with a little of what stands around them.</summary>
internal readonly record struct Excerpt(string Before, string Words, string After)
{
    private const int Around = 70;
    private const int Longest = 700;

    /// <summary>Null when the place is not in the document.</summary>
    public static Excerpt? TryAt(Document document, TextSpan span)
    {
        string text = document.Text;
        if (span.Start < 0 || span.IsEmpty || span.End > text.Length)
        {
            return null;
        }

        // Not across a block's edge: a headline is no context for a sentence.
        TextSpan whole = new(0, text.Length);
        foreach (Block block in document.Blocks)
        {
            if (block.Span.Contains(span))
            {
                whole = block.Span;
            }
        }

        int from = AtWord(text, Math.Max(whole.Start, span.Start - Around), whole.Start, span.Start);
        int to = AtWordEnd(text, Math.Min(whole.End, span.End + Around), whole.End, span.End);
        return new Excerpt(
            (from > whole.Start ? "… " : "") + ForeignText.Cleaned(text.AsSpan(from, span.Start - from)),
            Middle(ForeignText.OneLine(span.In(text))),
            ForeignText.Cleaned(text.AsSpan(span.End, to - span.End)) + (to < whole.End ? " …" : ""));
    }

    private static int AtWord(string text, int at, int start, int limit)
    {
        while (at > start && at < limit && !char.IsWhiteSpace(text[at - 1]))
        {
            at++;
        }

        return at;
    }

    private static int AtWordEnd(string text, int at, int end, int limit)
    {
        while (at < end && at > limit && !char.IsWhiteSpace(text[at]))
        {
            at--;
        }

        return at;
    }

    private static string Middle(string words)
    {
        if (words.Length <= Longest)
        {
            return words;
        }

        int cut = words.LastIndexOf(' ', Longest * 2 / 3);
        int resume = words.IndexOf(' ', words.Length - Longest / 3);
        return cut > 0 && resume > cut ? $"{words[..cut]} […] {words[(resume + 1)..]}" : ForeignText.Shortened(words, Longest);
    }
}
