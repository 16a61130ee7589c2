using Entente.Analysis;
using Entente.Analysis.Briefings;
using Entente.Analysis.Text;
using Entente.Tests.Analysis.Text;

namespace Entente.Tests.Analysis.Briefings;

public class DocumentSheetsTests
{
    private static readonly Document s_report = Documents.FromParagraphs("\"The pier is closed for the winter,\" Ann Lee told the Harbour Courier on Monday.", "<script>alert(1)</script> was all that the page said.") with
    {
        Title = "Pier \e[31mshut <b>now</b>",
        Credits = [new Credit(CreditKind.Syndicated, "Harbour Wire", default, "feed-source"), new Credit(CreditKind.Told, "Harbour Courier", new TextSpan(44, 68), "told")],
    };

    [Fact]
    public void A_sheet_says_what_is_known_and_that_the_rest_is_not()
    {
        string sheet = Written(SheetFormat.Text, new DocumentAnalyser().Analyse(s_report));
        Assert.Contains("undated", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("outlet  ", sheet, StringComparison.Ordinal);
        Assert.Contains("Harbour Wire (syndicated, stated beside the text)", string.Join(' ', sheet.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Contains("Ann Lee", sheet, StringComparison.Ordinal);
        Assert.All(sheet.Split('\n'), line => Assert.True(line.Length <= 60, line));
    }

    [Fact]
    public void Nothing_of_a_report_steers_the_terminal_or_the_browser()
    {
        Assert.DoesNotContain('\e', Written(SheetFormat.Text, new DocumentAnalyser().Analyse(s_report)));
        string page = Written(SheetFormat.Html, new DocumentAnalyser().Analyse(s_report));
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>now", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>now", Written(SheetFormat.Markdown, new DocumentAnalyser().Analyse(s_report)).Replace("\\<", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_report_is_written_before_the_next_is_asked_for()
    {
        StringWriter output = new() { NewLine = "\n" };
        int seen = 0;
        IEnumerable<DocumentFindings> Reports()
        {
            yield return new DocumentAnalyser().Analyse(s_report with { Id = "first" });
            seen = output.ToString().Length;
            yield return new DocumentAnalyser().Analyse(s_report with { Id = "second" });
        }

        DocumentSheets.Write(Reports(), output, SheetFormat.Text, 80, color: false);
        Assert.True(seen > 100, "The first sheet was held back.");
        Assert.Contains("second", output.ToString(), StringComparison.Ordinal);
    }

    private static string Written(SheetFormat format, DocumentFindings found)
    {
        StringWriter output = new() { NewLine = "\n" };
        DocumentSheets.Write([found], output, format, 60, color: false);
        return output.ToString();
    }
}
