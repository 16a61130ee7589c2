using System.Globalization;
using Entente.Analysis.Entities;

namespace Entente.Analysis.Briefings;

/// <summary>The places of a pile for a terminal: what <c>entente map</c> prints without a file to draw in.</summary>
public static class PlaceMapText
{
    public static void Write(PlaceSurvey survey, TextWriter writer, BriefingTextOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        PlaceMapOutline outline = new(survey);
        TerminalPage page = new(writer, Math.Clamp(options.Width, 30, 500), options.Color);
        page.Line(0, 2, Phrase.Of(outline.Summary));
        foreach (ListedPlace place in outline.Located)
        {
            page.Blank();
            KnownPlace at = place.Named.Place!;
            page.Line(0, 2, new Phrase().Name(place.FullName).Faint($" {Degrees(at.Latitude, "N", "S")}\u00A0{Degrees(at.Longitude, "E", "W")}").CiteAll(place.Cites));
            page.Line(2, 4, new Phrase().Say(place.Remark));
        }

        if (!outline.Others.IsEmpty)
        {
            page.Blank();
            page.Heading(PlaceMapOutline.OthersHeading);
            foreach (ListedPlace place in outline.Others)
            {
                page.Line(2, 4, new Phrase().Name(place.FullName).Faint($": {place.Remark}").CiteAll(place.Cites));
            }
        }

        if (!outline.Reports.IsEmpty)
        {
            page.Blank();
            page.Heading("The reports");
            ReportLines.Write(page, outline.Reports, outline.List, withWhereabouts: false);
        }
    }

    private static string Degrees(double degrees, string positive, string negative) =>
        Math.Abs(degrees).ToString("0.00", CultureInfo.InvariantCulture) + (degrees < 0 ? negative : positive);
}
