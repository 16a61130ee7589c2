using System.Collections.Immutable;
using Entente.Analysis.Entities;
using Entente.Analysis.Text;

namespace Entente.Analysis.Briefings;

/// <summary>A place of the list beside a map.</summary>
/// <param name="Number">What stands for its name on the map where that has no room.</param>
/// <param name="Remark">What it is taken for and why.</param>
/// <param name="Cites">The first mention in each report.</param>
internal sealed record ListedPlace(int Number, NamedPlace Named, string FullName, string Remark, ImmutableArray<Citation> Cites);

/// <summary>The places of a pile in the order they are listed: worded once for every form they are printed in.</summary>
internal sealed class PlaceMapOutline
{
    public const string Title = "Where: the places that the reports name";
    public const string LocatedHeading = "On the map";
    public const string OthersHeading = "Not located";
    public const string Sources = "Outlines: Natural Earth, by who holds the ground; they take no side in a dispute. Places: GeoNames, ISO 3166.";

    public PlaceMapOutline(PlaceSurvey survey)
    {
        ArgumentNullException.ThrowIfNull(survey);
        IEnumerable<Document> naming = survey.Located.Concat(survey.NotLocated).SelectMany(p => p.Namings).Select(n => n.Document).DistinctBy(d => d.Id, StringComparer.Ordinal);
        List = new ReportList(ReportList.InOrderOfTime(naming.OrderBy(d => d.Path, StringComparer.Ordinal).ThenBy(d => d.Id, StringComparer.Ordinal)
            .Select(d => new DocumentFindings(new TokenizedDocument(d, [], []), []))));
        Located = [.. survey.Located.Select((p, i) => Listed(p, i + 1))];
        Others = [.. survey.NotLocated.Select((p, i) => Listed(p, i + 1))];
        int ambiguous = survey.Located.Count(p => p.IsAmbiguous);
        string searched = BriefingWords.Count(survey.Searched, "report");
        Summary = Located.IsEmpty && Others.IsEmpty ? $"No place is named in {searched}."
            : $"{BriefingWords.Count(Located.Length, "place")} located in {searched}{(ambiguous > 0 ? $", {ambiguous} of them ambiguous" : "")}; {BriefingWords.Count(Others.Length, "name")} not located.";
    }

    public ReportList List { get; }

    public ImmutableArray<Document> Reports => [.. List.Reports.Select(r => r.Document)];

    public string Summary { get; }

    public ImmutableArray<ListedPlace> Located { get; }

    public ImmutableArray<ListedPlace> Others { get; }

    /// <summary>Everything that the drawing shows, for those who do not see it.</summary>
    public string Description => string.Join(' ', Located.Select(p => $"{ForeignText.OneLine(p.FullName)}: {BriefingWords.Count(p.Named.Reports, "report")}.").Prepend(Summary));

    private ListedPlace Listed(NamedPlace named, int number)
    {
        string fullName = ForeignText.OneLine(named.Place?.FullName ?? named.Name);
        string[] names = [.. named.Namings.Select(n => ForeignText.OneLine(n.Name)).Where(n => n != named.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(4)];
        string written = names.Length == 0 || named.Place is null ? "" : $"also written {string.Join(", ", names)}; ";
        string[] whys = [.. named.Namings.GroupBy(n => n.Reading.Why, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)];
        string region = named.Place?.Kind == PlaceKind.Region ? "a region, drawn at the middle of its towns; " : "";
        ImmutableArray<Citation> cites = [.. named.Namings.OrderBy(n => List.NumberOf(n.Document.Id)).ThenBy(n => n.Spans[0]).DistinctBy(n => n.Document.Id, StringComparer.Ordinal).Select(n => List.Cite(n.Document.Id, n.Spans[0]))];
        return new ListedPlace(number, named, fullName, $"{written}{region}{string.Join("; in another report ", whys)}", cites);
    }
}
