namespace Entente.Analysis.Text;

public enum TokenKind : byte
{
    Word,
    Number,
    Punctuation,
    Symbol,
    /// <summary>A web address, e-mail address, handle or hashtag, kept whole.</summary>
    Address,
}

/// <summary>A token: a word, number, mark or address, by its place in the text.</summary>
public readonly record struct Token(int Start, int End, TokenKind Kind)
{
    public TextSpan Span => new(Start, End);

    public int Length => End - Start;
}

/// <summary>A sentence: its place in the text, its tokens <c>[FirstToken, FirstToken + TokenCount)</c> and the index of the block it starts in.
/// It crosses into the next block only where a page break cut the sentence.</summary>
public readonly record struct Sentence(TextSpan Span, int FirstToken, int TokenCount, int Block);
