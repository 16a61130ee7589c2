using Entente.Analysis;
using Entente.Analysis.Attributions;
using Entente.Analysis.Text;
using Entente.Analysis.Tracing;
using static Entente.Tests.Analysis.Reuse.Reports;

namespace Entente.Tests.Analysis.Tracing;

public class QuotationCollectorTests
{
    private static readonly Document[] s_pile =
    [
        Report("a", "“The lower gates leak so badly that we lose a hand of water every night,” Ada Lind told the Tarn Gazette.\n\n“We wrote to the county in May,” she said. “Nobody answered.”", "Tarn Gazette", "2026-03-05"),
        Report("b", "“The lower gates leak so badly that we lose a hand of water every night.” The county did not answer.", "Weald News", "2026-03-06"),
        Report("c", "“The lower gates leak so badly that we lose a hand of water every night,” the lock keeper said.\n\n“They were painted in June,” said Otto Brandt.", "Pellow Post", "2026-03-07"),
    ];

    private static CollectedQuotations Collect(string? speaker = null, string? said = null) => QuotationCollector.Collect(s_pile, new QuotationFilter(speaker, said));

    [Fact]
    public void Every_quotation_is_listed_once()
    {
        string[] listed = [.. Collect().All.SelectMany(q => q.Words.Select(w => $"{q.Document.Id} {w}")).Order(StringComparer.Ordinal)];
        string[] found = [.. s_pile.SelectMany(d => AttributionFinder.Find(Tokenizer.Tokenize(d)).SelectMany(a => a.Content.Select(w => $"{d.Id} {w}"))).Order(StringComparer.Ordinal)];

        Assert.Equal(found, listed);
        Assert.Equal(5, listed.Length);
    }

    [Fact]
    public void A_quotation_without_a_speaker_takes_the_name_from_other_reports_and_says_so()
    {
        FoundQuotation[] places = [.. Assert.Single(Collect().Families).Members];

        Assert.Equal([SpeakerKnown.Stated, SpeakerKnown.NamedElsewhere, SpeakerKnown.NamedElsewhere], places.Select(p => p.Known));
        Assert.All(places, p => Assert.Equal("Ada Lind", p.Speaker));
        Assert.Equal(SourceKind.NotStated, places[1].Attribution.SourceKind);
        Assert.Equal("the lock keeper", places[2].Stated!.Words);
    }

    [Theory]
    [InlineData("lind", 1, 0)]
    [InlineData("ÁDA LIND", 1, 0)]
    [InlineData("lock keeper", 1, 0)]
    [InlineData("brandt", 0, 1)]
    [InlineData("brand", 0, 0)]
    [InlineData("ada brandt", 0, 0)]
    public void A_speaker_is_sought_by_whole_words_of_the_name(string name, int families, int alone)
    {
        CollectedQuotations found = Collect(speaker: name);
        Assert.Equal((families, alone), (found.Families.Length, found.Alone.Length));
    }

    [Theory]
    [InlineData("gate leaks", 1, 0)]
    [InlineData("water gates", 1, 0)]
    [InlineData("painted", 0, 1)]
    [InlineData("gates painted", 0, 0)]
    public void All_words_must_have_been_said(string words, int families, int alone)
    {
        CollectedQuotations found = Collect(said: words);
        Assert.Equal((families, alone), (found.Families.Length, found.Alone.Length));
    }

    [Fact]
    public void Both_filters_hold_together() => Assert.True(Collect("lind", "painted").IsEmpty);

    [Fact]
    public void Reports_in_another_language_are_counted_and_not_looked_through()
    {
        CollectedQuotations found = QuotationCollector.Collect([s_pile[0], s_pile[1] with { Language = "de" }], QuotationFilter.All);

        Assert.Equal((1, 1), (found.Searched, found.NotAnalysed));
        Assert.Empty(found.Families);
    }
}
