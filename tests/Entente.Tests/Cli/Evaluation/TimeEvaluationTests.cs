using Entente.Cli.Evaluation;

namespace Entente.Tests.Cli.Evaluation;

public sealed class TimeEvaluationTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("entente-times").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void Says_that_a_missing_set_is_skipped()
    {
        StringWriter output = new();
        Assert.Equal(0, TimeEvaluation.Run(Path.Combine(_directory, "none"), output));
        Assert.Contains("skipped", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_TimeML_from_the_day_of_its_creation_and_leaves_that_day_out()
    {
        WriteReport("2015-12-04", "<TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2015-12-04\">Friday</TIMEX3>");
        StringWriter output = new();

        Assert.Equal(0, TimeEvaluation.Run(_directory, output));

        Assert.Contains("1 reports, 1 expressions marked, 1 found", output.ToString(), StringComparison.Ordinal);
        Assert.Matches(@"extent and value +1\.0000  1\.0000  1\.0000", output.ToString());
    }

    [Fact]
    public void Lists_what_is_missed_spurious_and_other()
    {
        WriteReport("2015-12-04", "<TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2015-12-11\">Friday</TIMEX3> and on <TIMEX3 tid=\"t2\" type=\"DATE\" value=\"X\">the day of the heron</TIMEX3>, not in May 1998");
        StringWriter output = new();

        TimeEvaluation.Run(_directory, output, errors: 5);

        Assert.Contains("missed: 1", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("[May 1998]", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("marked 2015-12-11, found 2015-12-04", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_specified_case_is_right_only_with_its_extent_and_its_value()
    {
        File.WriteAllText(Path.Combine(_directory, "DateParser.json"), """
            [{"Input":"We sail on Friday","Context":{"ReferenceDateTime":"2015-12-09T00:00:00"},"Results":[{"Text":"Friday","Type":"date","Value":{"Timex":"XXXX-WXX-5","FutureResolution":{"date":"2015-12-11"},"PastResolution":{"date":"2015-12-04"}},"Start":11,"Length":6}]},
             {"Input":"We sail on Friday","Context":{"ReferenceDateTime":"2015-12-09T00:00:00"},"Results":[{"Text":"Friday","Type":"date","Value":{"Timex":"2015-12-18","FutureResolution":{"date":"2015-12-18"},"PastResolution":{"date":"2015-12-18"}},"Start":11,"Length":6}]},
             {"Input":"We sail on Friday","Context":{"ReferenceDateTime":"2015-12-09T00:00:00"},"Results":[{"Text":"sail","Type":"date","Value":{"Timex":"XXXX-WXX-5","FutureResolution":{"date":"2015-12-11"},"PastResolution":{"date":"2015-12-04"}},"Start":3,"Length":4}]}]
            """);
        File.WriteAllText(Path.Combine(_directory, "DateTimeModel.json"), """
            [{"Input":"We sail from 3 to 5 May 2016","Context":{"ReferenceDateTime":"2015-12-09T00:00:00"},"Results":[{"Text":"from 3 to 5 may 2016","Start":8,"End":27,"TypeName":"datetimeV2.daterange","Resolution":{"values":[{"timex":"(2016-05-03,2016-05-05,P2D)","type":"daterange","start":"2016-05-03","end":"2016-05-05"}]}}]},
             {"Input":"We sail in May 2016 and June 2016","Context":{"ReferenceDateTime":"2015-12-09T00:00:00"},"Results":[{"Text":"may 2016","Start":11,"End":18,"TypeName":"datetimeV2.daterange","Resolution":{"values":[{"timex":"2016-05","type":"daterange","start":"2016-05-01","end":"2016-06-01"}]}}]}]
            """);
        File.WriteAllText(Path.Combine(_directory, "DateTimeModelTasksMode.json"), "not even JSON: this mode does not count");
        StringWriter output = new();

        Assert.Equal(0, TimeEvaluation.Run(_directory, output));

        Assert.Matches(@"DateParser +3  0\.3333  0\.6667", output.ToString());
        Assert.Matches(@"DateTimeModel +2  0\.5000  0\.5000", output.ToString());
    }

    [Fact]
    public void Fails_below_a_floor()
    {
        WriteReport("2015-12-04", "<TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2015-12-04\">Friday</TIMEX3>");
        string floors = Path.Combine(Directory.CreateTempSubdirectory("entente-floors").FullName, "floors.json");
        Assert.Equal(0, TimeEvaluation.Run(_directory, TextWriter.Null, floors: floors, writeFloors: true));
        Assert.Equal(0, TimeEvaluation.Run(_directory, TextWriter.Null, floors: floors));
        File.WriteAllText(floors, File.ReadAllText(floors).Replace("\"strictF1\": 1", "\"strictF1\": 1.5", StringComparison.Ordinal));
        Assert.Equal(1, TimeEvaluation.Run(_directory, TextWriter.Null, floors: floors));
        Directory.Delete(Path.GetDirectoryName(floors)!, recursive: true);
    }

    private void WriteReport(string created, string marked) => File.WriteAllText(
        Path.Combine(_directory, "a.tml"),
        $"<?xml version=\"1.0\" ?>\n<TimeML><DOCID>a</DOCID><DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"{created}\">{created}</TIMEX3></DCT>\n<TEXT>\nThe pier &amp; the lock were closed on {marked}.\n</TEXT></TimeML>\n");
}
