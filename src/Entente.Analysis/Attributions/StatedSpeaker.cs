using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

/// <summary>What an attribution says of its own speaker.</summary>
internal static class StatedSpeaker
{
    /// <summary>Null where no speaker is stated.</summary>
    public static SpeakerMention? TryFind(Document document, int index, Attribution attribution) => attribution.Source.IsEmpty || Learns(document, attribution)
        ? null
        : new SpeakerMention(document.Id, index, attribution.SourceKind, Words(document, attribution.Source), attribution.Source, Resolved(document, attribution));

    /// <summary>"We hear that it “will be normal soon”": whoever hears it does not say it.</summary>
    private static bool Learns(Document document, Attribution attribution)
    {
        if (attribution.Cue.IsEmpty)
        {
            return false;
        }

        ReadOnlySpan<char> cue = attribution.Cue[^1].In(document.Text);
        return ReportingLexicon.Find(cue[(cue.LastIndexOf(' ') + 1)..]) is { Verb: { } verb } && verb.Has(CueTakes.Learns);
    }

    /// <summary>Whom the document means by a pronoun or a role; null where it is not resolved.</summary>
    private static string? Resolved(Document document, Attribution attribution) => attribution.Meant?.Mention.Of(document.Text);

    public static string Words(Document document, ImmutableArray<TextSpan> spans) => string.Join(' ', spans.Select(s => s.Of(document.Text)));
}
