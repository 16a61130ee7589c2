using Entente.Analysis;
using Entente.Analysis.Briefings;
using Entente.Analysis.Text;
using Entente.Analysis.Tracing;
using Entente.Tests.Analysis.Reuse;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Entente.Tests.Analysis.Tracing;

public class SentenceTracerTests
{
    private const string Sentence = "The old lock gates will be replaced before the spring flood";

    private static readonly string[] s_words =
        ["gates", "lock", "spring", "flood", "the", "of", "engineer", "towpath", "Ada", "1921", "never", "may", "sluice", "barge", "weir", "in", "a", "keeper", "water", "footings"];

    private static readonly Arbitrary<string[]> s_reports = Gen.Elements(s_words).ArrayOf()
        .Where(words => words.Length > 8)
        .Select(words => string.Join(' ', words) + ".")
        .ArrayOf().Where(reports => reports.Length > 0).ToArbitrary();

    [Property(MaxTest = 60)]
    public Property Whatever_stands_in_a_report_is_found_there_whole() => Prop.ForAll(s_reports, reports =>
    {
        Document[] pile = Pile(reports);
        string[] words = reports[0].TrimEnd('.').Split(' ');
        string sentence = string.Join(' ', words[..Math.Min(12, words.Length)]);
        SentenceTrace trace = SentenceTracer.Trace(sentence, pile);
        return !SentenceTracer.CanTrace(sentence) || trace.Appearances.Any(a => a.Document.Id == "r0" && a.Share > 0.999);
    });

    [Property(MaxTest = 40)]
    public Property Order_of_reports_and_threads_change_nothing() => Prop.ForAll(s_reports, reports =>
    {
        string sentence = reports[0];
        Document[] pile = Pile(reports);
        return Json(SentenceTracer.Trace(sentence, pile)) == Json(SentenceTracer.Trace(sentence, [.. pile.Reverse()], threads: 3));
    });

    [Property(MaxTest = 60)]
    public Property Appearances_of_a_report_do_not_overlap_and_lie_in_it() => Prop.ForAll(s_reports, reports =>
    {
        SentenceTrace trace = SentenceTracer.Trace(reports[0], Pile(reports));
        return trace.Appearances.GroupBy(a => a.Document.Id).All(report =>
        {
            TextSpan[] parts = [.. report.SelectMany(a => a.Parts).Order()];
            return parts.All(p => !p.IsEmpty && p.End <= report.First().Document.Text.Length) && parts.Zip(parts.Skip(1)).All(p => p.First.End <= p.Second.Start);
        });
    });

    [Fact]
    public void Typographic_quotes_dashes_and_capitals_make_no_difference()
    {
        Document report = Reports.Report("a", "“The old lock gates – at last – will be replaced before the spring flood,” she said.");

        Appearance found = Assert.Single(SentenceTracer.Trace("\"the OLD lock-gates, at last, will be replaced before the Spring flood\"", [report]).Appearances);

        Assert.Equal(13, found.Words);
        Assert.Equal("she", found.Pronoun);
        Assert.Null(found.Speaker);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(30)]
    [InlineData(45)]
    [InlineData(60)]
    [InlineData(75)]
    public void A_long_sentence_is_found_whole_however_far_behind_its_words_come_up_first(int between)
    {
        const string Long = "When the tide mill stood idle the miller let his geese walk through the wheel pit, and the parish paid a boy to count the eels under the sluice every night";
        string first = "Geese walk through the wheel pit of the mill. ";
        Document report = Reports.Report("a", first + string.Concat(Enumerable.Repeat("Rain fell on roofs. ", between / 4)) + Long + ".");

        Assert.Contains(SentenceTracer.Trace(Long, [report]).Appearances, a => a.Share > 0.999 && !a.IsPart);
    }

    [Fact]
    public void Every_copy_in_one_report_is_found()
    {
        Document report = Reports.Report("a", string.Join("\n\n", Enumerable.Repeat(Sentence + ".", 200)));

        Assert.Equal(200, SentenceTracer.Trace(Sentence, [report]).Appearances.Length);
    }

    [Fact]
    public void A_sentence_parted_by_a_page_break_is_one_appearance_of_two_parts()
    {
        Document report = Reports.Report("a", "“The old lock gates will be\n\nreplaced before the spring flood,” said Ada Lind.");

        Appearance found = Assert.Single(SentenceTracer.Trace(Sentence, [report]).Appearances);

        Assert.Equal(["The old lock gates will be", "replaced before the spring flood"], found.Parts.Select(p => p.Of(report.Text)));
        Assert.Equal(1, found.Share);
    }

    [Fact]
    public void Words_exchanged_at_the_very_beginning_are_an_edit_too()
    {
        Document[] reports =
        [
            Reports.Report("a", "“Nobody replaced the old lock gates before the spring flood,” she said.", published: "2026-03-01"),
            Reports.Report("b", "“Somebody replaced the old lock gates before the spring flood,” she said.", published: "2026-03-09"),
        ];

        SentenceTrace trace = SentenceTracer.Trace("Nobody replaced the old lock gates before the spring flood", reports);

        Assert.Equal(["Nobody > Somebody"], trace.Appearances.SelectMany(a => a.Edits).Select(e => $"{e.From} > {e.To}"));
    }

    [Fact]
    public void Days_that_overlap_somewhere_on_earth_are_one_step()
    {
        Document[] reports = [.. new[] { "2026-03-10", "2026-03-11", "2026-03-14" }.Select(day => Reports.Report("r" + day, Sentence + ".", published: day))];

        Assert.Equal([1, 1, 2], SentenceTracer.Trace(Sentence, reports).Appearances.Select(a => a.Step));
    }

    [Fact]
    public void A_report_in_another_language_may_hold_the_sentence_and_has_no_speaker()
    {
        Document report = Reports.Report("a", "„The old lock gates will be replaced before the spring flood“, sagte Ada Lind dem Kurier.") with { Language = "de" };

        Appearance found = Assert.Single(SentenceTracer.Trace(Sentence, [report]).Appearances);

        Assert.True(found.InQuotation);
        Assert.Null(found.Speaker);
    }

    [Theory]
    [InlineData("")]
    [InlineData("the gates")]
    [InlineData("of the and a")]
    public void What_is_too_short_or_says_nothing_cannot_be_traced(string sentence)
    {
        Assert.False(SentenceTracer.CanTrace(sentence));
        Assert.Empty(SentenceTracer.Trace(sentence, [Reports.Report("a", "the gates of the and a")]).Appearances);
    }

    [Fact]
    public void Credits_that_name_one_another_are_a_circle_and_no_origin()
    {
        Document[] reports =
        [
            Reports.Report("a", $"According to the Weald News, “{Sentence.ToLowerInvariant()}”.", "Pellow Post"),
            Reports.Report("b", $"According to the Pellow Post, “{Sentence.ToLowerInvariant()}”.", "Weald News"),
        ];

        Origin origin = SentenceTracer.Trace(Sentence, reports).Origin;

        Assert.Equal(OriginKind.Unknown, origin.Kind);
        Assert.Contains("circle", origin.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_credit_that_introduces_another_quotation_is_no_credit_for_this_one()
    {
        Document report = Reports.Report(
            "a", "According to the Pellow Post, “the old lock gates will be replaced before the spring flood”, and the Weald News wrote that “nobody was hurt in the basin”.", "Harrow Courier");

        Assert.Equal("Pellow Post", SentenceTracer.Trace(Sentence, [report]).Origin.Outlet);
    }

    private static Document[] Pile(string[] reports) => [.. reports.Select((text, i) => Reports.Report($"r{i}", text, published: i % 3 == 0 ? null : $"2026-03-{1 + (i % 28):00}"))];

    private static string Json(SentenceTrace trace)
    {
        using MemoryStream stream = new();
        TraceJson.Write(trace, stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
