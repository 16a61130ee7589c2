using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

/// <summary>One sentence as the reporter wrote it: its tokens, with each quotation in it as a single item.</summary>
/// <remarks>Sentences that a quotation holds together (a full stop inside it) are one line. Markup tokens are left out.</remarks>
internal sealed class Line(string text, IReadOnlyList<Token> tokens)
{
    /// <summary>A token index, or the complement of a quotation's index.</summary>
    public List<int> Items { get; } = [];

    public int Count => Items.Count;

    /// <summary>The block the line stands in.</summary>
    public required int Block { get; init; }

    public bool IsQuotation(int i) => Items[i] < 0;

    public int QuotationAt(int i) => Items[i] < 0 ? ~Items[i] : -1;

    /// <summary>The word at <paramref name="i"/>; empty for a quotation and beyond the ends.</summary>
    public ReadOnlySpan<char> Word(int i) => (uint)i < (uint)Items.Count && Items[i] >= 0 ? tokens[Items[i]].Span.In(text) : [];

    public char First(int i) => Word(i) is { IsEmpty: false } word ? word[0] : '\0';

    public TextSpan Span(int from, int to) => new(tokens[Items[from]].Start, tokens[Items[to - 1]].End);

    public string Text(int from, int to) => Span(from, to).Of(text);

    public bool IsComma(int i) => First(i) == ',';

    public bool IsHyphen(int i) => First(i) == '-' && Word(i).Length == 1 && i > 0 && i + 1 < Count && Items[i - 1] >= 0 && Items[i + 1] >= 0
        && tokens[Items[i - 1]].End == tokens[Items[i]].Start && tokens[Items[i]].End == tokens[Items[i + 1]].Start;

    public bool IsWord(int i) => (uint)i < (uint)Items.Count && Items[i] >= 0 && tokens[Items[i]].Kind is TokenKind.Word;

    public bool IsNumber(int i) => (uint)i < (uint)Items.Count && Items[i] >= 0 && tokens[Items[i]].Kind is TokenKind.Number;

    public bool IsPossessive(int i) => Word(i) is "'s" or "’s" or "'" or "’";

    public bool Is(int i, string word) => Word(i).Equals(word, StringComparison.OrdinalIgnoreCase);

    public string? Function(int i) => Vocabulary.Function(Word(i));

    /// <summary>The verb of reporting at <paramref name="i"/>; none where an article or preposition makes it a noun ("the report", "secretary of state").</summary>
    public Cue? Cue(int i) => IsWord(i) && char.IsLower(First(i)) && (Word(i).EndsWith("ing") || !IsNounHere(i)) ? Vocabulary.Cue(Word(i)) : null;

    private bool IsNounHere(int i) => IsHyphen(i - 1) || IsHyphen(i + 1) ||
        (i > 0 && (Function(i - 1) is "determiner" or "object" || (Function(i - 1) == "preposition" && !Is(i - 1, "to")) || IsPossessive(i - 1) || Vocabulary.IsAdjective(Word(i - 1))))
        && !(Function(i - 1) == "determiner" && Word(i - 1) is "all" or "both" or "many" or "some" or "most" or "several" or "few" or "one" or "another" or "this" or "that");

    /// <summary>A name or part of one: capitalised, and neither a closed-class word nor a day or month.</summary>
    public bool IsName(int i) =>
        (IsWord(i) && char.IsUpper(First(i)) && Function(i) is null && !(i == 0 && Tokenizer.StartsSentences(Word(i)))) || IsParticle(i) || (IsAddress(i) && First(i) == '@');

    private bool IsAddress(int i) => (uint)i < (uint)Items.Count && Items[i] >= 0 && tokens[Items[i]].Kind is TokenKind.Address;

    /// <summary>al-, bin, van, de: small words inside names.</summary>
    private bool IsParticle(int i) =>
        Word(i) is "al" or "el" or "bin" or "ibn" or "abu" or "de" or "da" or "di" or "del" or "van" or "von" or "der" or "den" or "la" or "le" or "ben" or "ul" or "ur" or "as" or "ad" or "ash"
        && (i + 1 < Count && (IsHyphen(i + 1) || (Word(i) is not ("as" or "ad" or "la" or "le") && char.IsUpper(First(i + 1)))));

    /// <summary>A verb that no list of reporting verbs holds: an auxiliary, an irregular past, or a lower-case word in -ed.</summary>
    public bool IsVerb(int i) => IsWord(i) && char.IsLower(First(i)) && !IsHyphen(i + 1) && !IsHyphen(i - 1)
        && (Function(i) is "auxiliary" or "verb" || Word(i) is "said" or "says" or "told" or "tells" or "wrote" || (Word(i).Length > 4 && Word(i).EndsWith("ed") && !Vocabulary.IsAdjective(Word(i)) && Word(i) is not ("armed" or "united" or "so-called")));
}
