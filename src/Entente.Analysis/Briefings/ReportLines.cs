using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Briefings;

/// <summary>The numbered reports on a terminal: outlet, date and headline in columns, or in running lines where the page is too narrow for them.</summary>
internal static class ReportLines
{
    /// <param name="withWhereabouts">Whether file, address, byline and digest are shown too.</param>
    public static void Write(TerminalPage page, ImmutableArray<Document> reports, ReportList list, bool withWhereabouts)
    {
        int numbers = reports.Max(d => list.Cite(d.Id).Text.Length);
        int names = Math.Min(reports.Max(d => DisplayColumns.Of(ReportList.NameOf(d))), 24);
        int dates = reports.Max(d => DisplayColumns.Of(ReportList.DateOf(d)));
        int headlineAt = 2 + numbers + 1 + names + 2 + dates + 2;
        foreach (Document report in reports)
        {
            Citation citation = list.Cite(report.Id);
            string date = ReportList.DateOf(report);
            string headline = BriefingWords.HeadlineOf(report);
            Phrase line = new Phrase().Say(Gap(numbers - citation.Text.Length)).Cite(citation).Say(" ");
            if (headlineAt + 20 <= page.Width)
            {
                string name = ForeignText.Shortened(ReportList.NameOf(report), names);
                line.Name(name).Say(Gap(names - DisplayColumns.Of(name) + 2)).Say(date + Gap(dates - DisplayColumns.Of(date) + 2));
                page.Line(2, headlineAt, line.Say(ForeignText.Shortened(headline, page.Width - headlineAt)));
            }
            else
            {
                page.Line(2, 4, line.Name(ReportList.NameOf(report)).Say($", {date}: {headline}"));
            }

            if (withWhereabouts)
            {
                page.Line(3 + numbers, 5 + numbers, new Phrase().Faint(Whereabouts(report)));
            }
        }
    }

    private static string Whereabouts(Document report)
    {
        string?[] places = [report.Path, report.Url, report.Byline.IsEmpty ? null : "by " + string.Join(", ", report.Byline), "sha256 " + report.Sha256[..Math.Min(12, report.Sha256.Length)]];
        return string.Join("; ", places.Where(p => p is not null).Select(p => ForeignText.OneLine(p)));
    }

    // No-break spaces hold the columns; the page would fold others into one.
    private static string Gap(int columns) => new('\u00A0', Math.Max(columns, 0));
}
