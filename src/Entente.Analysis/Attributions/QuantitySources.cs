using System.Collections.Immutable;
using Entente.Analysis.Quantities;
using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

/// <summary>Ties quantities to who gives them: a number in what somebody is said to have said is that one's, not the report's.</summary>
/// <remarks>A number in the words that name a source, cue or recipient ("two clerks said") is given by whoever those words are attributed to further out, else by the report.
/// O((q + a) log a) for the numbers and parts of contents; beyond that only with how deep attributions stand in each other.</remarks>
internal static class QuantitySources
{
    /// <param name="quantities">In order of their place.</param>
    public static ImmutableArray<Quantity> Tie(ImmutableArray<Quantity> quantities, ImmutableArray<Attribution> attributions)
    {
        if (quantities.IsEmpty || attributions.IsEmpty)
        {
            return quantities;
        }

        List<(TextSpan Span, int Attribution)> contents = [];
        for (int a = 0; a < attributions.Length; a++)
        {
            foreach (TextSpan part in attributions[a].Content)
            {
                contents.Add((part, a));
            }
        }

        contents.Sort();
        List<(TextSpan Span, int Attribution)> open = [];
        ImmutableArray<Quantity>.Builder tied = ImmutableArray.CreateBuilder<Quantity>(quantities.Length);
        int next = 0;
        foreach (Quantity quantity in quantities)
        {
            while (next < contents.Count && contents[next].Span.Start <= quantity.Span.Start)
            {
                open.Add(contents[next++]);
            }

            open.RemoveAll(content => content.Span.End <= quantity.Span.Start);
            tied.Add(Innermost(quantity.Span, open, attributions) is { } source ? quantity with { Attribution = source } : quantity);
        }

        return tied.MoveToImmutable();
    }

    private static int? Innermost(TextSpan quantity, List<(TextSpan Span, int Attribution)> open, ImmutableArray<Attribution> attributions)
    {
        (int Depth, int Reach, int Attribution) best = (-1, 0, -1);
        foreach ((TextSpan span, int a) in open)
        {
            if (!span.Contains(quantity) || Touches(attributions[a], quantity))
            {
                continue;
            }

            // Of two equally deep the shorter stretch is the closer one.
            (int, int, int) found = (Depth(a, attributions), -span.Length, a);
            best = found.CompareTo(best) > 0 ? found : best;
        }

        return best.Attribution < 0 ? null : best.Attribution;
    }

    /// <summary>Whether it stands in what names source, cue or recipient: a content may be written around them.</summary>
    private static bool Touches(Attribution attribution, TextSpan quantity) =>
        Overlap(attribution.Source, quantity) || Overlap(attribution.Cue, quantity) || Overlap(attribution.Recipient, quantity);

    private static bool Overlap(ImmutableArray<TextSpan> spans, TextSpan quantity)
    {
        foreach (TextSpan span in spans)
        {
            if (span.Overlaps(quantity))
            {
                return true;
            }
        }

        return false;
    }

    private static int Depth(int attribution, ImmutableArray<Attribution> attributions)
    {
        int depth = 0;
        for (int? outer = attributions[attribution].Nested; outer is { } a && depth < attributions.Length; outer = attributions[a].Nested)
        {
            depth++;
        }

        return depth;
    }
}
