using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Entente.Analysis.Attributions;
using Entente.Analysis.Briefings;
using Entente.Analysis.Lineage;
using Entente.Analysis.Stories;
using Entente.Analysis.Text;

namespace Entente.Tests.Analysis.Briefings;

public class BriefingTextTests
{
    public static TheoryData<int, BriefingLength> Forms()
    {
        TheoryData<int, BriefingLength> forms = [];
        foreach (int width in new[] { 30, 47, 80, 120 })
        {
            foreach (BriefingLength length in Enum.GetValues<BriefingLength>())
            {
                forms.Add(width, length);
            }
        }

        return forms;
    }

    [Theory]
    [InlineData(BriefingLength.Short)]
    [InlineData(BriefingLength.Normal)]
    [InlineData(BriefingLength.Full)]
    public void Bridge_affair_reads_as_approved(BriefingLength length) =>
        Approved.Matches(Written(BridgeAffair.Build(), new() { Length = length }), $"BridgeAffair.{length.ToString().ToLowerInvariant()}.txt");

    [Theory]
    [MemberData(nameof(Forms))]
    public void No_line_is_wider_than_the_terminal(int width, BriefingLength length)
    {
        foreach (Briefing briefing in new[] { BridgeAffair.Build(), HostileAffair.Build(), CrowdedAffair.Build(40) })
        {
            string text = Written(briefing, new() { Width = width, Length = length });
            Assert.All(text.Split('\n'), line => Assert.True(DisplayColumns.Of(line) <= width, $"{DisplayColumns.Of(line)} columns: {line}"));
        }
    }

    [Theory]
    [InlineData(BriefingLength.Short, false)]
    [InlineData(BriefingLength.Normal, true)]
    [InlineData(BriefingLength.Full, true)]
    public void Which_name_of_the_same_a_report_chose_is_shown_and_not_counted_as_spelling(BriefingLength length, bool shown)
    {
        Briefing briefing = BridgeAffair.Build();
        briefing = briefing with
        {
            Stories = [.. briefing.Stories.Select(s => s with { Quotations = [.. s.Quotations.Select(q => q with { Edits = [.. q.Edits.Select(Renamed)] })] })],
        };

        string text = Written(briefing, new() { Width = 200, Length = length });

        Assert.Equal(shown, text.Contains("another name of the same", StringComparison.Ordinal));
        Assert.Equal(length == BriefingLength.Normal, text.Contains("1 edit of spelling or form", StringComparison.Ordinal));

        static QuotationEdit Renamed(QuotationEdit edit) => edit.Kind == EditKind.Spelling ? edit with { Kind = EditKind.Alias } : edit;
    }

    [Fact]
    public void Every_citation_points_to_a_listed_report()
    {
        string text = Written(BridgeAffair.Build(), new() { Width = 200, Length = BriefingLength.Full });

        string[] listed = [.. Regex.Matches(text, @"^  (\[\d+\]) ", RegexOptions.Multiline).Select(m => m.Groups[1].Value).Distinct()];
        string[] cited = [.. Regex.Matches(text, @"\[(\d+)( [^\]]+)?\]").Select(m => $"[{m.Groups[1].Value}]").Distinct()];

        Assert.Equal(8, listed.Length);
        Assert.Empty(cited.Except(listed));
    }

    [Fact]
    public void Colour_adds_sequences_and_changes_no_word()
    {
        string plain = Written(BridgeAffair.Build(), new());
        string coloured = Written(BridgeAffair.Build(), new() { Color = true });

        Assert.DoesNotContain('\e', plain);
        Assert.Contains("\e[1m", coloured, StringComparison.Ordinal);
        Assert.Equal(plain, Regex.Replace(coloured, @"\e\[[0-9;]*m", ""));
    }

    [Fact]
    public void Foreign_text_cannot_steer_the_terminal()
    {
        string text = Written(HostileAffair.Build(), new() { Length = BriefingLength.Full });

        Assert.All(text, c => Assert.False((char.IsControl(c) && c != '\n') || c is '\u202e' or '\u200b', $"U+{(int)c:X4}"));
    }

    [Fact]
    public void Same_briefing_gives_the_same_text() => Assert.Equal(Written(CrowdedAffair.Build(25), new()), Written(CrowdedAffair.Build(25), new()));

    [Fact]
    public void Empty_pile_is_one_line() => Assert.Equal("0 reports.\n", Written(new Briefing([], [], [], [], [], []), new()));

    [Fact]
    public void Story_without_relations_says_that_nothing_was_found_and_claims_no_independence()
    {
        Briefing briefing = BridgeAffair.Build();
        briefing = briefing with { Stories = [briefing.Stories[0] with { Dependences = [], Chains = [], Quotations = [] }] };

        string text = Written(briefing, new() { Width = 200 });

        Assert.Contains(BriefingWords.NoLinkFound + " [1] [2] [3] [4] [5] [6] [7]", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_that_stands_alone_keeps_its_relations()
    {
        Briefing affair = BridgeAffair.Build();
        Dependence told = affair.Stories[0].Dependences.Single(d => d.From == "Radio Tamsin");
        Story alone = new("s1", "Ferry crews", ["gullpoint-05"], ImmutableSortedDictionary<string, string>.Empty);

        string text = Written(affair with { Stories = [new StoryFindings(alone, [told], [], [])] }, new());

        Assert.StartsWith("8 reports, no two of them about one story.\n", text, StringComparison.Ordinal);
        Assert.Contains("Gull Point Post [1] ← Radio Tamsin (not in the pile)\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Short_form_leaves_the_evidence_out()
    {
        string text = Written(BridgeAffair.Build(), new() { Length = BriefingLength.Short });

        Assert.Contains("Tidewatch Online [3] ← Northshore Wire (not in the pile)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("original source", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_dated_to_the_month_does_not_stand_before_those_of_its_days()
    {
        ReportList list = new(BridgeAffair.Build());

        Assert.Equal("courier-03", list.Reports[0].Document.Id);
        Assert.Equal("bulletin", list.Reports[5].Document.Id);
    }

    [Fact]
    public void Span_is_cited_by_paragraph_or_by_the_part_it_stands_in()
    {
        Document document = new ReportSketch("a") { Title = "Head" }
            .With(BlockKind.Headline, "Head").Body("One.").With(BlockKind.Caption, "Picture.").Body("Two.").With(BlockKind.Rights, "Rights.").Build().Document;
        ReportList list = new(new Briefing([new(new(document, [], []), [])], [], [], [], [], []));

        string[] places = [.. new[] { "Head", "One.", "Picture.", "Two.", "Rights." }.Select(w => list.Cite("a", ReportSketch.SpanOf(document.Text, w)).Text.Replace('\u00A0', ' '))];

        Assert.Equal(["[1 headline]", "[1 ¶1]", "[1 caption]", "[1 ¶2]", "[1 rights notice]"], places);
    }

    private static string Written(Briefing briefing, BriefingTextOptions options)
    {
        using StringWriter writer = new() { NewLine = "\r\n" };
        BriefingText.Write(briefing, writer, options);
        return writer.ToString();
    }
}
