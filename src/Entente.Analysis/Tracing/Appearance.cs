using System.Collections.Immutable;
using Entente.Analysis.Attributions;
using Entente.Analysis.Text;

namespace Entente.Analysis.Tracing;

/// <summary>One place where a sentence, or a variant of it, stands in a report.</summary>
/// <param name="Block">What the stretch is for that it begins in. In anything but reporting it is no evidence: <see cref="IsReporting"/>.</param>
/// <param name="Parts">The stretches that hold its words, in order: one, unless something else stands between them ("…," she said, "…").</param>
/// <param name="Words">How many words of the sentence stand alike here, in its order.</param>
/// <param name="Share"><paramref name="Words"/> over the words of the sentence; 0 to 1.</param>
/// <param name="IsPart">Whether it holds a part of the sentence only.</param>
/// <param name="InQuotation">Whether its words, or eight in ten of them, stand inside quotation marks or in a block set off as a quotation.</param>
/// <param name="QuotedWords">How many of <paramref name="Words"/> stand there.</param>
public sealed record Appearance(
    Document Document,
    BlockKind Block,
    ImmutableArray<TextSpan> Parts,
    int Words,
    double Share,
    bool IsPart,
    bool InQuotation,
    int QuotedWords)
{
    /// <summary>Whether some words, but not nearly all, stand inside quotation marks.</summary>
    public bool IsPartlyQuoted => !InQuotation && QuotedWords > 0;

    /// <summary>The quotation it stands in, where the report's quotations are analysed.</summary>
    public Attribution? Attribution { get; init; }

    /// <summary>Who wrote it, of a comment that says so.</summary>
    public string? Author { get; init; }

    /// <summary>Its step in time, from 1: those of one step are in no certain order, and certainly after those of the steps before. Null for undated ones and for comments.</summary>
    public int? Step { get; init; }

    /// <summary>The appearance that <see cref="Edits"/> are measured from; null where there is none before it.</summary>
    public Appearance? EditsFrom { get; init; }

    /// <summary>What is worded differently from <see cref="EditsFrom"/>, in order of place.</summary>
    public ImmutableArray<WordEdit> Edits { get; init; } = [];

    public TextSpan Span => new(Parts[0].Start, Parts[^1].End);

    public bool IsReporting => Block is BlockKind.Headline or BlockKind.Body or BlockKind.Caption or BlockKind.Quote;

    /// <summary>The words as they stand there; "[…]" where something else stands between two parts.</summary>
    public string Text => string.Join(" […] ", Parts.Select(p => p.Of(Document.Text)));

    /// <summary>The words that name the speaker; null where none is stated or only a pronoun is.</summary>
    public string? Speaker => Attribution is { SourceKind: not (SourceKind.NotStated or SourceKind.Pronoun) } ? SourceWords : null;

    /// <summary>"she", where the speaker is given by a pronoun alone; whom it means is not resolved.</summary>
    public string? Pronoun => Attribution is { SourceKind: SourceKind.Pronoun } ? SourceWords : null;

    private string? SourceWords => Attribution is { Source.IsEmpty: false } found ? string.Join(' ', found.Source.Select(s => s.Of(Document.Text))) : null;
}
