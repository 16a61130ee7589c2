using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

/// <summary>Two wordings compared word by word: how far one is contained in the other, and each edit between them inside the stretch they share.</summary>
/// <param name="Containment">Shared words over the words of the shorter; 0 to 1.</param>
/// <param name="FirstSpan">The shared stretch, from its first word to its last; empty when nothing is shared.</param>
/// <param name="Edits">In order of place. What one wording has beyond the shared stretch, before or behind it, is no edit: it quotes more.</param>
public sealed record QuotationComparison(double Containment, int SharedWords, TextSpan FirstSpan, TextSpan SecondSpan, ImmutableArray<WordEdit> Edits)
{
    /// <summary>Words at either end that still are another wording; more of them are more that is quoted.</summary>
    private const int LongestEdge = 3;

    /// <summary>Compares two quotations whole.</summary>
    public static QuotationComparison Compare(string first, string second) =>
        CompareWhole(first, QuotedWord.Of(first, [new TextSpan(0, first.Length)]), second, QuotedWord.Of(second, [new TextSpan(0, second.Length)]));

    /// <summary>Compares stretches of two texts; the edits' spans are places in those texts.</summary>
    public static QuotationComparison Compare(string first, ImmutableArray<TextSpan> firstSpans, string second, ImmutableArray<TextSpan> secondSpans)
    {
        List<QuotedWord> a = QuotedWord.Of(first, firstSpans);
        List<QuotedWord> b = QuotedWord.Of(second, secondSpans);
        return Compare(first, a, second, b);
    }

    internal static QuotationComparison Compare(string first, List<QuotedWord> a, string second, List<QuotedWord> b)
    {
        List<(int A, int B)> pairs = a.Count == 0 || b.Count == 0 ? [] : WordAlignment.Align(a, b);
        if (pairs.Count == 0)
        {
            return new QuotationComparison(0, 0, default, default, []);
        }

        int shared = 0;
        ImmutableArray<WordEdit>.Builder edits = ImmutableArray.CreateBuilder<WordEdit>();
        (int A, int B) last = (-1, -1);
        int p = 0;
        while (p < pairs.Count)
        {
            (int i, int j) = pairs[p];
            if (i >= 0 && j >= 0 && a[i].Folded == b[j].Folded)
            {
                shared++;
                if (last.A >= 0 && last.A == i - 1 && last.B == j - 1)
                {
                    AddPunctuation(first, a, second, b, i, j, edits);
                }

                AddRespelling(first, a[i], second, b[j], edits);
                last = (i, j);
                p++;
                continue;
            }

            int q = p;
            while (q < pairs.Count && !(pairs[q].A >= 0 && pairs[q].B >= 0 && a[pairs[q].A].Folded == b[pairs[q].B].Folded))
            {
                q++;
            }

            (int A, int B) next = q < pairs.Count ? pairs[q] : (a.Count, b.Count);
            edits.Add(EditRules.Classify(first, a, last.A + 1, next.A, second, b, last.B + 1, next.B));
            p = q;
        }

        (int A, int B) start = pairs[0], end = pairs[^1];
        return new QuotationComparison((double)shared / Math.Min(a.Count, b.Count), shared,
            new TextSpan(a[start.A].Span.Start, a[end.A].Span.End), new TextSpan(b[start.B].Span.Start, b[end.B].Span.End), edits.ToImmutable());
    }

    /// <summary>As <see cref="Compare(string, string)"/>, with the words that each begins or ends with: "until Monday" and "until Friday" differ, neither quotes more.</summary>
    internal static QuotationComparison CompareWhole(string first, List<QuotedWord> a, string second, List<QuotedWord> b)
    {
        QuotationComparison comparison = Compare(first, a, second, b);
        if (comparison.SharedWords == 0)
        {
            return comparison;
        }

        ImmutableArray<WordEdit> edits = comparison.Edits;
        int headA = a.FindIndex(w => w.Span.Start == comparison.FirstSpan.Start), headB = b.FindIndex(w => w.Span.Start == comparison.SecondSpan.Start);
        if (headA is > 0 and <= LongestEdge && headB is > 0 and <= LongestEdge)
        {
            edits = edits.Insert(0, EditRules.Classify(first, a, 0, headA, second, b, 0, headB));
        }

        int tailA = a.FindIndex(w => w.Span.End == comparison.FirstSpan.End) + 1, tailB = b.FindIndex(w => w.Span.End == comparison.SecondSpan.End) + 1;
        if (a.Count - tailA is > 0 and <= LongestEdge && b.Count - tailB is > 0 and <= LongestEdge)
        {
            edits = edits.Add(EditRules.Classify(first, a, tailA, a.Count, second, b, tailB, b.Count));
        }

        return comparison with { Edits = edits };
    }

    /// <summary>Words that fold alike but are written differently, capitals aside.</summary>
    private static void AddRespelling(string first, QuotedWord a, string second, QuotedWord b, ImmutableArray<WordEdit>.Builder edits)
    {
        ReadOnlySpan<char> from = a.Span.In(first), to = b.Span.In(second);
        if (from.Equals(to, StringComparison.OrdinalIgnoreCase) || (from.Length == to.Length && from[0] is '\'' or '’'))
        {
            return;
        }

        string f = a.Span.Of(first), t = b.Span.Of(second);
        if (!f.Replace('’', '\'').Equals(t.Replace('’', '\''), StringComparison.OrdinalIgnoreCase))
        {
            edits.Add(new WordEdit(EditKind.Spelling, false, f, t, a.Span, b.Span));
        }
    }

    private static void AddPunctuation(string first, List<QuotedWord> a, string second, List<QuotedWord> b, int i, int j, ImmutableArray<WordEdit>.Builder edits)
    {
        TextSpan from = Between(a, i), to = Between(b, j);
        if (from.Length <= 1 && to.Length <= 1 && from.In(first).SequenceEqual(to.In(second)))
        {
            return;
        }

        string f = Marks(from.In(first)), t = Marks(to.In(second));
        if (f != t)
        {
            edits.Add(new WordEdit(EditKind.Punctuation, false, f, t, from, to));
        }
    }

    private static TextSpan Between(List<QuotedWord> words, int i) => new(words[i - 1].Span.End, Math.Max(words[i - 1].Span.End, words[i].Span.Start));

    /// <summary>The punctuation of a gap without white space, quotation marks and markup; dashes alike.</summary>
    private static string Marks(ReadOnlySpan<char> gap)
    {
        Span<char> kept = gap.Length <= 128 ? stackalloc char[gap.Length] : new char[gap.Length];
        int n = 0;
        foreach (char c in gap)
        {
            if (!char.IsWhiteSpace(c) && !(c is '"' or '“' or '”' or '‘' or '’' or '\'' or '*' or '_' or '«' or '»'))
            {
                kept[n++] = c is '–' or '—' ? '-' : c;
            }
        }

        return new string(kept[..n]);
    }
}
