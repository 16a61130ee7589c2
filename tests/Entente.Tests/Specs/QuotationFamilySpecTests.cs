using Entente.Analysis.Attributions;
using Entente.Analysis.Text;

namespace Entente.Tests.Specs;

/// <summary>The examples of <c>docs/specs/quotes.md</c> that take several reports.</summary>
public class QuotationFamilySpecTests
{
    public static TheoryData<string, string> Examples => SpecPile.Examples("quotes.md");

    [Theory]
    [MemberData(nameof(Examples))]
    public void Finds_the_families_the_page_says(string under, string example)
    {
        SpecPile pile = SpecPile.Parse(example);
        QuotationFamily[] families = [.. QuotationFamilies.Build([.. pile.Documents.Select(d => (d, AttributionFinder.Find(Tokenizer.Tokenize(d))))])];

        // An example says of whom or of what it tells: the speaker, or the edits.
        bool edits = !pile.Expected.Any(e => e.StartsWith("speaker", StringComparison.Ordinal));
        Assert.True(pile.Expected.Length > 0, under);
        pile.AssertFound(families.SelectMany(f => edits ? f.Edits.Select(Print).DefaultIfEmpty("no edits") : Print(f.Vote)));
    }

    [Fact]
    public void The_page_has_examples() => Assert.True(Examples.Count >= 25);

    private static string Print(QuotationEdit edit)
    {
        string sides = edit.Kind == EditKind.Joined ? "" : $" {(edit.From.Length > 0 ? edit.From : "–")} > {(edit.To.Length > 0 ? edit.To : "–")}";
        return $"{edit.FromDocument} > {edit.ToDocument} {edit.Kind.ToString().ToLowerInvariant()}{(edit.MeaningBearing ? "!" : "")}{sides}";
    }

    private static IEnumerable<string> Print(SpeakerVote vote)
    {
        yield return "speaker " + vote.Standing switch
        {
            SpeakerStanding.Named => vote.Winner!.Name,
            SpeakerStanding.Contested => "contested",
            SpeakerStanding.AsStated => "not named",
            _ => "not stated",
        };
        foreach (SpeakerCandidate candidate in vote.Candidates)
        {
            yield return $"{candidate.Votes} for {candidate.Name}: {string.Join(' ', candidate.Mentions.Select(m => m.Document))}";
        }

        foreach (SpeakerMention mention in vote.Unnamed)
        {
            yield return $"{mention.Words}: {mention.Document}";
        }

        foreach (string silent in vote.Silent)
        {
            yield return $"nobody: {silent}";
        }
    }
}
