using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

/// <summary>Speech or thought that a sentence reports by its syntax, before it is held against the quotations in marks.</summary>
/// <param name="CueToken">The verb, noun or adjective that reports.</param>
/// <param name="SourceToken">The head of the source; -1 where none is stated.</param>
/// <param name="Head">The predicate of what is reported, or its noun: where its certainty is read.</param>
/// <param name="IsSpeech">Whether somebody is told to have spoken, so that it is worth keeping inside another report.</param>
internal sealed record Report(
    int CueToken,
    int SourceToken,
    int Head,
    ImmutableArray<TextSpan> Source,
    ImmutableArray<TextSpan> Cue,
    ImmutableArray<TextSpan> Content,
    ImmutableArray<TextSpan> Recipient,
    Certainty Certainty,
    string Rule,
    bool IsSpeech);
