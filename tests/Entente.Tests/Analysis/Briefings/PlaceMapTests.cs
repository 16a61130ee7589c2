using System.Globalization;
using System.Xml.Linq;
using Entente.Analysis.Briefings;
using Entente.Analysis.Entities;
using Entente.Tests.Analysis.Entities;

namespace Entente.Tests.Analysis.Briefings;

public class PlaceMapTests
{
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void The_drawing_of_a_small_pile_is_the_approved_one() => Approved.Matches(Drawn(Alpine()), "PlaceMap.svg");

    [Fact]
    public void A_place_named_by_more_reports_has_a_larger_dot()
    {
        Dictionary<string, double> radii = XDocument.Parse(Drawn(Alpine())).Descendants(s_svg + "circle").Where(c => c.Element(s_svg + "title") is not null)
            .GroupBy(c => c.Element(s_svg + "title")!.Value.Split(':')[0], StringComparer.Ordinal).ToDictionary(g => g.Key, g => double.Parse(g.First().Attribute("r")!.Value, CultureInfo.InvariantCulture), StringComparer.Ordinal);
        Assert.True(radii["Linz, Austria"] > radii["Graz, Austria"]);
    }

    [Fact]
    public void Every_place_stands_in_the_description_and_in_the_list()
    {
        XElement svg = XDocument.Parse(Drawn(Alpine())).Root!;
        string description = svg.Element(s_svg + "desc")!.Value;
        string list = string.Join('\n', svg.Elements(s_svg + "text").Select(t => t.Value));
        Assert.All(Alpine().Located, place =>
        {
            Assert.Contains(place.Place!.FullName, description, StringComparison.Ordinal);
            Assert.Contains(place.Place.FullName, list, StringComparison.Ordinal);
        });
        Assert.Contains("Quillhaven: not in the tables", list, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_on_the_map_do_not_cover_one_another()
    {
        MapLabels labels = new(400, 300);
        List<(double Left, double Top, double Right, double Bottom)> boxes = [];
        for (int i = 0; i < 60; i++)
        {
            (double x, double y) = (40 + (i * 37 % 320), 30 + (i * 53 % 240));
            if (labels.TryPlaceBeside(x, y, 4, "Quillhaven") is { } at)
            {
                double wide = MapLabels.WidthOf("Quillhaven");
                double left = at.Anchor switch { "start" => at.X, "end" => at.X - wide, _ => at.X - (wide / 2) };
                Assert.DoesNotContain(boxes, b => left < b.Right && b.Left < left + wide && at.Y - 11 < b.Bottom && b.Top < at.Y + 3);
                Assert.True(left >= 0 && left + wide <= 400);
                boxes.Add((left, at.Y - 11, left + wide, at.Y + 3));
            }
        }

        Assert.InRange(boxes.Count, 10, 59);
    }

    [Fact]
    public void Places_far_apart_are_drawn_on_the_whole_world()
    {
        MapView view = MapView.Around(new MapBox(-122, -33, 151, 60), 5, 800, 0.5, 0.7);
        Assert.True(view.IsWorld);
        (double x, double y) = view.At(new MapPoint(179.9, 0));
        Assert.InRange(x, 790, 800);
        Assert.InRange(y, 0, view.Height);
        Assert.False(MapView.Around(new MapBox(14, 47, 17, 48), 5, 800, 0.5, 0.7).IsWorld);
    }

    [Fact]
    public void A_town_of_which_nothing_else_is_known_gets_a_neighbourhood()
    {
        MapView view = MapView.Around(new MapBox(14.3, 48.3, 14.3, 48.3), 5, 800, 0.55, 0.7);
        Assert.InRange(view.Box.Height, 4.9, 8);
        (double x, double y) = view.At(new MapPoint(14.3, 48.3));
        Assert.InRange(x, 399, 401);
        Assert.InRange(y, (view.Height / 2) - 1, (view.Height / 2) + 1);
    }

    [Fact]
    public void Foreign_words_stay_words()
    {
        PlaceSurvey survey = PlaceSurvey.Of([PlaceSurveyTests.Report("<b>", "At <svg onload=x>\u202e & Linz.", "<svg onload=x>\u202e", "Linz")]);
        string svg = Drawn(survey);
        Assert.NotNull(XDocument.Parse(svg).Root);
        Assert.DoesNotContain("<svg onload", svg, StringComparison.Ordinal);
        using StringWriter html = new();
        PlaceMapHtml.Write(survey, html);
        Assert.DoesNotContain("<svg onload", html.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("\u202e", html.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pile_without_places_is_said_to_have_none()
    {
        PlaceSurvey survey = PlaceSurvey.Of([PlaceSurveyTests.Report("a", "Nothing moved.")]);
        Assert.Contains("No place is named in 1 report.", Drawn(survey), StringComparison.Ordinal);
    }

    private static PlaceSurvey Alpine() => PlaceSurvey.Of(
    [
        PlaceSurveyTests.Report("a", "Trains from Linz to Graz in Austria stand still; Quillhaven waits.", "Linz", "Graz", "Austria", "Quillhaven"),
        PlaceSurveyTests.Report("b", "Snow stops Linz.", "Linz"),
        PlaceSurveyTests.Report("c", "Linz and Wels, a mile of trucks, and Salzburg.", "Linz", "Wels", "Salzburg"),
    ]);

    private static string Drawn(PlaceSurvey survey)
    {
        using StringWriter svg = new();
        PlaceMapDrawing.Write(survey, svg);
        return svg.ToString();
    }
}
