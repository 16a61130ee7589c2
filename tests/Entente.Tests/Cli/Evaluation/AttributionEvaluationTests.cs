using System.Text;
using System.Text.Json;
using Entente.Analysis.Text;
using Entente.Cli.Evaluation;

namespace Entente.Tests.Cli.Evaluation;

public sealed class AttributionEvaluationTests : IDisposable
{
    private const string Quay = "The quay will open again in spring.\n\n\"The stones were all laid anew by hand,\" Ada Lund said on Monday in the town hall.\n\nThe mayor believes that it will hold for a hundred years.\n";

    private readonly string _directory = Directory.CreateTempSubdirectory("entente-attributions").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void Says_that_a_missing_set_is_skipped()
    {
        StringWriter output = new();
        Assert.Equal(0, AttributionEvaluation.Run(_directory, output));
        Assert.Contains("skipped", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Prints_what_was_found_and_what_went_wrong()
    {
        Add("quay", Quay, ("Ada Lund", "said", "\"The stones were all laid anew by hand,\""), ("The mayor", "said", "The quay will open again in spring"));
        StringWriter output = new();
        Assert.Equal(0, AttributionEvaluation.Run(_directory, output, errors: 5));
        string printed = output.ToString();
        Assert.Contains("1 reports of dev, 2 attributions marked", printed, StringComparison.Ordinal);
        Assert.Matches(@"direct and mixed +1 +1 +1\.000 +1\.000  1\.000", printed);
        Assert.Matches(@"\n  speaker-then-verb +1 +1 +1\n", printed);
        Assert.Contains("marked {The quay will open again in spring}.", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Writes_its_figures_as_json()
    {
        Add("quay", Quay, ("Ada Lund", "said", "\"The stones were all laid anew by hand,\""));
        StringWriter output = new();
        AttributionEvaluation.Run(_directory, output, json: true);
        using JsonDocument parsed = JsonDocument.Parse(output.ToString());
        Assert.Equal(1, parsed.RootElement.GetProperty("quotedContentF1").GetDouble());
    }

    [Fact]
    public void Of_several_annotators_the_first_is_taken()
    {
        Add("quay", Quay, ("Ada Lund", "said", "\"The stones were all laid anew by hand,\""));
        File.WriteAllText(Path.Combine(_directory, "dev", "attributions", "quay_zz.ann"), "");
        StringWriter output = new();
        AttributionEvaluation.Run(_directory, output);
        Assert.Contains("1 attributions marked", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_is_read_otherwise_than_it_was_annotated_is_named_and_left_out()
    {
        Add("quay", Quay, ("Ada Lund", "said", "\"The stones were all laid anew by hand,\""));
        Add("cafe", "The cafÃ© at the quay, the cafÃ© at the mole and the cafÃ© in the town are open all year, as are the three kiosks.\n", ("The", "open", "year"));
        StringWriter output = new();
        AttributionEvaluation.Run(_directory, output);
        Assert.Contains("1 reports of dev", output.ToString(), StringComparison.Ordinal);
        Assert.Matches(@"E1504 +1 .*cafe\.txt", output.ToString());
    }

    [Fact]
    public void Places_move_with_white_space_and_with_nothing_else()
    {
        AnnotatedReport.PlaceMap? map = AnnotatedReport.PlaceMap.Find("\uFEFFOne\r\ntwo.", "One\ntwo.");
        Assert.NotNull(map);
        Assert.Equal([new TextSpan(4, 7)], map.Moved(new([], [], [new TextSpan(6, 9)])).Content.ToArray());
        Assert.Null(AnnotatedReport.PlaceMap.Find("One two.", "One too."));
        Assert.Null(AnnotatedReport.PlaceMap.Find("One two.", "One two. More."));
        Assert.Null(AnnotatedReport.PlaceMap.Find("One two. More.", "One two."));
    }

    private void Add(string name, string text, params (string Source, string Cue, string Content)[] attributions)
    {
        string texts = Directory.CreateDirectory(Path.Combine(_directory, "dev", "text")).FullName;
        string annotations = Directory.CreateDirectory(Path.Combine(_directory, "dev", "attributions")).FullName;
        File.WriteAllText(Path.Combine(texts, name + ".txt"), text);
        StringBuilder brat = new();
        int t = 0;
        foreach ((string source, string cue, string content) in attributions)
        {
            brat.Append(Mark("Source", source)).Append(Mark("Cue", cue)).Append(Mark("Content", content));
            brat.Append($"E{t}\tAttribution:T{t - 1} Source:T{t - 2} Cue:T{t - 1} Content:T{t}\n");
        }

        File.WriteAllText(Path.Combine(annotations, name + "_aa.ann"), brat.ToString());

        string Mark(string kind, string words)
        {
            int at = text.IndexOf(words, StringComparison.Ordinal);
            return $"T{++t}\t{kind} {at} {at + words.Length}\t{words}\n";
        }
    }
}
