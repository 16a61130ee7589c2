using System.Collections.Immutable;
using Entente.Analysis.Attributions;
using Entente.Analysis.Text;

namespace Entente.Analysis.Scoring;

/// <summary>How a found source stands to the annotated one.</summary>
public enum SourceVerdict
{
    /// <summary>Half of the tokens or more are common to both, of those in either.</summary>
    Same,
    /// <summary>A part of the annotated source that holds its head: the name without the office in front of it.</summary>
    HeadInside,
    Other,
    /// <summary>The annotated text states a source, none was found.</summary>
    Missed,
    /// <summary>The annotated text states none, and none was found.</summary>
    RightlyNone,
    /// <summary>The annotated text states none, one was found.</summary>
    Invented,
}

/// <summary>What a token does in an attribution; where several have it, in the outermost.</summary>
public enum AttributionPart : byte
{
    None,
    Content,
    Cue,
    Source,
}

/// <summary>The attributions found in one document beside those that annotators marked.</summary>
/// <remarks>Sets of tokens stand in the order of the attributions. Whether a content is quoted is read from the text by one function for both sides,
/// so that it cannot favour one.</remarks>
public sealed class AttributionComparison
{
    /// <summary>From this share of quoted words on, a content is direct.</summary>
    private const double QuotedThroughout = 0.9;

    private static readonly HashSet<string> s_endsHead = new(StringComparer.OrdinalIgnoreCase)
    {
        "of", "in", "for", "from", "at", "with", "on", "by", "to", "about", "as", "behind", "against", "near", "inside", "within", "among", "under", "over", "who", "which", "that", "whose", "and",
    };

    private readonly bool[] _quoted;
    private readonly string _text;
    private readonly ImmutableArray<Token> _tokens;

    /// <param name="text">The document with the tokens to count by: all of its text, whatever its blocks are taken for.</param>
    public AttributionComparison(TokenizedDocument text, ImmutableArray<GoldAttribution> gold, ImmutableArray<Attribution> found)
    {
        Text = text;
        Gold = gold;
        Found = found;
        _text = text.Document.Text;
        _tokens = text.Tokens;
        _quoted = Quoted(text);
        GoldContents = [.. gold.Select(g => TokenSets.Under(g.Content, _tokens))];
        FoundContents = [.. found.Select(f => TokenSets.Under(f.Content, _tokens))];
        GoldModes = [.. GoldContents.Select(ModeOf)];
        FoundModes = [.. FoundContents.Select(ModeOf)];
        Matches = TokenSets.Match(FoundContents, GoldContents, 0.5);
        LooseMatches = TokenSets.Match(FoundContents, GoldContents, 0.3);
    }

    public TokenizedDocument Text { get; }

    public ImmutableArray<GoldAttribution> Gold { get; }

    public ImmutableArray<Attribution> Found { get; }

    public ImmutableArray<ImmutableArray<int>> GoldContents { get; }

    public ImmutableArray<ImmutableArray<int>> FoundContents { get; }

    public ImmutableArray<AttributionMode> GoldModes { get; }

    public ImmutableArray<AttributionMode> FoundModes { get; }

    /// <summary>Contents that share half of their tokens or more.</summary>
    public ImmutableArray<(int Found, int Gold)> Matches { get; }

    /// <summary>The same from three in ten tokens on.</summary>
    public ImmutableArray<(int Found, int Gold)> LooseMatches { get; }

    public SourceVerdict SourceOf((int Found, int Gold) match)
    {
        ImmutableArray<int> gold = TokenSets.Under(Gold[match.Gold].Source, _tokens);
        ImmutableArray<int> found = TokenSets.Under(Found[match.Found].Source, _tokens);
        if (gold.IsEmpty)
        {
            return found.IsEmpty ? SourceVerdict.RightlyNone : SourceVerdict.Invented;
        }

        if (found.IsEmpty)
        {
            return SourceVerdict.Missed;
        }

        return TokenSets.IntersectionOverUnion(gold, found) >= 0.5 ? SourceVerdict.Same
            : TokenSets.Shared(gold, found) == found.Length && found.Contains(HeadOf(gold)) ? SourceVerdict.HeadInside
            : SourceVerdict.Other;
    }

    /// <summary>The part each token plays in what annotators marked. Where two claim a token the first in the text has it.</summary>
    public AttributionPart[] GoldParts()
    {
        AttributionPart[] parts = new AttributionPart[_tokens.Length];
        for (int g = 0; g < Gold.Length; g++)
        {
            Lay(parts, TokenSets.Under(Gold[g].Source, _tokens), TokenSets.Under(Gold[g].Cue, _tokens), GoldContents[g]);
        }

        return parts;
    }

    /// <summary>The part each token plays in what was found: the outer attribution before the one inside it, and the longer content before the shorter.</summary>
    public AttributionPart[] FoundParts()
    {
        AttributionPart[] parts = new AttributionPart[_tokens.Length];
        foreach (int f in Enumerable.Range(0, Found.Length).OrderBy(DepthOf).ThenByDescending(f => FoundContents[f].Length))
        {
            Lay(parts, TokenSets.Under(Found[f].Source, _tokens), TokenSets.Under(Found[f].Cue, _tokens), FoundContents[f]);
        }

        return parts;
    }

    private static void Lay(AttributionPart[] parts, ImmutableArray<int> source, ImmutableArray<int> cue, ImmutableArray<int> content)
    {
        Label(source, AttributionPart.Source);
        Label(cue, AttributionPart.Cue);
        Label(content, AttributionPart.Content);

        void Label(ImmutableArray<int> tokens, AttributionPart part)
        {
            foreach (int t in tokens)
            {
                parts[t] = parts[t] == AttributionPart.None ? part : parts[t];
            }
        }
    }

    private int DepthOf(int found)
    {
        int depth = 0;
        for (int? outer = Found[found].Nested; outer is { } o && depth < Found.Length; outer = Found[o].Nested)
        {
            depth++;
        }

        return depth;
    }

    /// <summary>Direct when nine words in ten stand in quotation marks, mixed when any does.</summary>
    private AttributionMode ModeOf(ImmutableArray<int> content)
    {
        int words = 0, quoted = 0;
        foreach (int t in content)
        {
            if (_tokens[t].Kind is not (TokenKind.Punctuation or TokenKind.Symbol))
            {
                words++;
                quoted += _quoted[t] ? 1 : 0;
            }
        }

        return quoted == 0 ? AttributionMode.Indirect : quoted >= QuotedThroughout * words ? AttributionMode.Direct : AttributionMode.Mixed;
    }

    private static bool[] Quoted(TokenizedDocument text)
    {
        bool[] quoted = new bool[text.Tokens.Length];
        foreach (Quotation quotation in QuotationScanner.Scan(text))
        {
            foreach (int t in TokenSets.Under(quotation.Content, text.Tokens))
            {
                quoted[t] = true;
            }
        }

        return quoted;
    }

    /// <summary>The head of a noun phrase, nearly: its last word before a comma, a preposition or a relative pronoun.</summary>
    private int HeadOf(ImmutableArray<int> phrase)
    {
        int head = phrase[0];
        foreach (int t in phrase)
        {
            ReadOnlySpan<char> word = _tokens[t].Span.In(_text);
            if (t != phrase[0] && (word[0] is ',' or '(' or '-' or '–' or '—' or ';' || s_endsHead.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)))
            {
                break;
            }

            // A possessive's or bracket's mark is no head.
            head = _tokens[t].Kind is TokenKind.Word or TokenKind.Number && word[0] is not ('\'' or '’') ? t : head;
        }

        return head;
    }
}
