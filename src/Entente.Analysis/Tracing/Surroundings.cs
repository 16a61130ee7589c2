using System.Collections.Immutable;
using Entente.Analysis.Attributions;
using Entente.Analysis.Lineage;
using Entente.Analysis.Text;

namespace Entente.Analysis.Tracing;

/// <summary>How near to an appearance something stands that may be said of it.</summary>
internal enum Nearness
{
    Elsewhere,
    SameParagraph,
    /// <summary>In the same sentence, or in the words that name the speaker of the quotation.</summary>
    SameSentence,
}

/// <summary>What a report says around an appearance: who is told, what occasion is named.</summary>
internal sealed class Surroundings
{
    private readonly Appearance _appearance;
    private readonly Document _document;
    private readonly TextSpan[] _othersWords;
    private readonly TextSpan _sentence;
    private readonly TextSpan _paragraph;

    /// <param name="attributions">Of the report: what introduces another quotation is not said of this one, though it stand in the same sentence.</param>
    public Surroundings(Appearance appearance, TokenizedDocument tokenized, ImmutableArray<Attribution> attributions)
    {
        _appearance = appearance;
        _document = appearance.Document;
        _othersWords = [.. attributions
            .Where(a => a.IsQuoted && !a.Quoted.Any(c => appearance.Parts.Any(p => p.Overlaps(c))))
            .SelectMany(a => a.Source.Concat(a.Cue).Concat(a.Recipient))];
        _sentence = Hull(appearance.Attribution is { } attribution
            ? [appearance.Span, .. attribution.Quoted, .. attribution.Source, .. attribution.Cue, .. attribution.Recipient]
            : [appearance.Span]);
        foreach (Sentence sentence in tokenized.Sentences)
        {
            _sentence = sentence.Span.Overlaps(_sentence) ? Hull([_sentence, sentence.Span]) : _sentence;
        }

        _paragraph = Hull([_sentence, .. _document.Blocks.Select(b => b.Span).Where(b => b.Overlaps(appearance.Span))]);
    }

    public Nearness Of(TextSpan span) =>
        span.IsEmpty || _othersWords.Any(o => o.Overlaps(span)) ? Nearness.Elsewhere : span.Overlaps(_sentence) ? Nearness.SameSentence : span.Overlaps(_paragraph) ? Nearness.SameParagraph : Nearness.Elsewhere;

    /// <summary>Where the report says that the words were said to its own outlet: "she told the Courier".</summary>
    public TextSpan? TryFindOwnHearing()
    {
        if (_document.Outlet is not { } outlet)
        {
            return null;
        }

        if (_appearance.Attribution is { } attribution && attribution.Recipient.Any(r => IsOwn(r.Of(_document.Text), outlet)))
        {
            return Hull([.. attribution.Cue, .. attribution.Recipient]);
        }

        if (FindTold(_sentence, outlet) is { } told)
        {
            return told;
        }

        // "Holm told the Courier that … / “…,” she said.": a pronoun goes back to what stands before, in this paragraph or the last. Somebody who is
        // named in the sentence itself may have spoken elsewhere than whoever told the paper something two lines above.
        if (_appearance.Attribution is not { SourceKind: SourceKind.Pronoun or SourceKind.NotStated })
        {
            return null;
        }

        Block? before = _document.Blocks.LastOrDefault(b => b.Kind is BlockKind.Body or BlockKind.Quote && b.Span.End <= _paragraph.Start);
        return FindTold(_paragraph, outlet) ?? (before is null ? null : FindTold(before.Span, outlet));
    }

    /// <summary>The word beside the appearance, not in it, that names an occasion open to many.</summary>
    public TextSpan? TryFindOccasion()
    {
        int at = _sentence.Start;
        foreach (TextSpan spoken in _appearance.Parts.Concat(_appearance.Attribution?.Quoted ?? []).Order())
        {
            if (spoken.Start > at && Occasions.TryFind(_document.Text, new TextSpan(at, spoken.Start), Occasion.Speech) is { } found)
            {
                return found;
            }

            at = Math.Max(at, spoken.End);
        }

        return at < _sentence.End ? Occasions.TryFind(_document.Text, new TextSpan(at, _sentence.End), Occasion.Speech) : null;
    }

    private TextSpan? FindTold(TextSpan zone, Outlet outlet)
    {
        string text = _document.Text;
        for (int at = zone.Start; at < zone.End;)
        {
            int found = text.IndexOf("told ", at, zone.End - at, StringComparison.Ordinal);
            if (found < 0)
            {
                return null;
            }

            at = found + "told ".Length;
            if (found > 0 && char.IsLetter(text[found - 1]))
            {
                continue;
            }

            // As many words as the longest name has.
            int end = at;
            for (int words = 0; words < LongestName && end < zone.End; words++)
            {
                while (end < zone.End && !char.IsWhiteSpace(text[end]) && text[end] is not (',' or '.' or ';' or ':' or '"' or '”'))
                {
                    end++;
                }

                if (IsOwn(text[at..end], outlet))
                {
                    return new TextSpan(found, end);
                }

                if (end >= zone.End || text[end] != ' ')
                {
                    break;
                }

                end++;
            }
        }

        return null;
    }

    private const int LongestName = 6;
    private const int ShortestName = 4;

    /// <summary>The outlet's name, or its last word behind an article: the Ledger is the Solway Ledger to itself.</summary>
    private static bool IsOwn(string words, Outlet outlet)
    {
        string name = words.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? words[4..] : words;
        if (name.Length < ShortestName || !char.IsUpper(name[0]))
        {
            return false;
        }

        return OutletKey.IsSelf(name, outlet) || (name.Length < words.Length && outlet.Name is { } whole && whole.EndsWith(" " + name, StringComparison.Ordinal));
    }

    private static TextSpan Hull(ImmutableArray<TextSpan> spans) => new(spans.Min(s => s.Start), spans.Max(s => s.End));
}
