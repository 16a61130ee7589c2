using System.Collections.Immutable;
using Entente.Analysis.Entities;
using Entente.Analysis.Text;
using Entente.Tests.Analysis.Briefings;

namespace Entente.Tests.Analysis.Entities;

public class PlaceSurveyTests
{
    [Fact]
    public void Two_towns_of_one_name_are_two_places_where_their_reports_say_so()
    {
        PlaceSurvey survey = PlaceSurvey.Of([Report("a", "Rain fell on Hamilton, Canada.", "Hamilton", "Canada"), Report("b", "Hamilton is in New Zealand.", "Hamilton", "New Zealand")]);
        Assert.Equal(["CA", "NZ"], survey.Located.Where(p => p.Name == "Hamilton").Select(p => p.Place!.Country).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_capital_does_not_speak_for_itself()
    {
        PlaceSurvey survey = PlaceSurvey.Of([Report("a", "They met in Moscow.", "Moscow")]);
        NamedPlace moscow = Assert.Single(survey.Located);
        Assert.Equal(PlaceReason.Capital, Assert.Single(moscow.Namings).Reading.Reason);
        Assert.True(moscow.IsAmbiguous);
    }

    [Fact]
    public void One_place_under_two_spellings_is_one()
    {
        PlaceSurvey survey = PlaceSurvey.Of([Report("a", "Snow in Gyor.", "Gyor"), Report("b", "Snow in Győr.", "Győr")]);
        NamedPlace place = Assert.Single(survey.Located);
        Assert.Equal(2, place.Reports);
    }

    [Fact]
    public void A_name_without_a_place_keeps_its_spans()
    {
        PlaceSurvey survey = PlaceSurvey.Of([Report("a", "The ferry left Quillhaven.", "Quillhaven")]);
        Assert.Empty(survey.Located);
        PlaceNaming naming = Assert.Single(Assert.Single(survey.NotLocated).Namings);
        Assert.Equal("Quillhaven", naming.Spans[0].Of(naming.Document.Text));
    }

    [Fact]
    public void The_order_of_the_reports_has_no_bearing()
    {
        (Document, ImmutableArray<Entity>)[] reports = [Report("a", "Linz and Quillhaven.", "Linz", "Quillhaven"), Report("b", "Vienna and Linz.", "Vienna", "Linz"), Report("c", "Hamilton.", "Hamilton")];
        Assert.Equal(Names(PlaceSurvey.Of(reports)), Names(PlaceSurvey.Of([.. reports.Reverse()])));
    }

    private static string Names(PlaceSurvey survey) => string.Join(';', survey.Located.Concat(survey.NotLocated).Select(p => $"{p.Name} {p.Place?.Country} {string.Join(',', p.Namings.Select(n => n.Document.Id))}"));

    internal static (Document, ImmutableArray<Entity>) Report(string id, string text, params string[] places)
    {
        Document document = new ReportSketch(id) { Path = id + ".txt" }.Body(text).Build().Document;
        return (document, [.. places.Select((p, i) => new Entity($"e{i + 1}", EntityType.Place, p, [], [new LinkedMention(ReportSketch.SpanOf(text, p), MentionKind.Name, LinkReason.First, 0)]))]);
    }
}
