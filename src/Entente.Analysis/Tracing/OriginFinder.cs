using System.Collections.Immutable;
using Entente.Analysis.Lineage;
using Entente.Analysis.Text;

namespace Entente.Analysis.Tracing;

/// <summary>Concludes from what reports say beside a sentence, and from the dependences found between them, where it most likely comes from.</summary>
/// <remarks>
/// Each report that holds the sentence is asked where it has it from, the plainest answer first: it says that it was told it; it credits another in the same
/// sentence; it shares the very words with a report that it credits; it credits another in the same paragraph, or for the whole report. The answers are
/// followed from report to report. Where all that lead anywhere lead to one place, that is the most likely origin, unless too many others, or earlier ones, are
/// joined to nothing; where they lead to several, or none, it is unknown.
/// A direction that was inferred from publication times leads nowhere by itself: the earliest in the pile is not the first.
/// </remarks>
internal sealed class OriginFinder
{
    private readonly Dictionary<string, Carrier> _carriers;
    private readonly Dictionary<string, Document> _byId;
    private readonly Dependence[] _dependences;

    private OriginFinder(IReadOnlyList<Appearance> sequence, IReadOnlyDictionary<string, AttributedReport> reports, IEnumerable<Dependence> dependences)
    {
        _carriers = sequence.GroupBy(a => a.Document.Id, StringComparer.Ordinal)
            .Select((g, order) => new Carrier(order, g.First().Document, [.. g], [.. g.Select(a => new Surroundings(a, reports[g.Key].Tokenized, reports[g.Key].Attributions))]))
            .ToDictionary(c => c.Id, StringComparer.Ordinal);
        _byId = reports.ToDictionary(r => r.Key, r => r.Value.Tokenized.Document, StringComparer.Ordinal);
        _dependences = [.. dependences];
    }

    private sealed record Carrier(int Order, Document Document, Appearance[] Appearances, Surroundings[] Around)
    {
        public string Id => Document.Id;

        public Nearness Nearest(IEnumerable<TextSpan> spans) => spans.SelectMany(s => Around.Select(a => a.Of(s))).DefaultIfEmpty(Nearness.Elsewhere).Max();

        public bool Holds(TextSpan span) => Appearances.Any(a => a.Parts.Any(p => p.Overlaps(span)));
    }

    /// <summary>A place where words may come from first.</summary>
    private readonly record struct Place(bool IsOutlet, string Name);

    /// <summary>What a report says, or what was found, about where it has the words from.</summary>
    /// <param name="Rank">The plainest answers have the highest.</param>
    private sealed record Answer(int Rank, string? FromReport, Place? Place, OriginEvidence Evidence);

    /// <param name="sequence">The appearances in reporting, in their order.</param>
    /// <param name="reports">The reports of the pile that hold the sentence or are named by a dependence of these.</param>
    public static Origin Find(IReadOnlyList<Appearance> sequence, IReadOnlyDictionary<string, AttributedReport> reports, IEnumerable<Dependence> dependences) =>
        sequence.Count == 0
            ? new Origin(OriginKind.Unknown, null, null, "No report of the pile holds it.", [], [])
            : new OriginFinder(sequence, reports, dependences).Conclude();

    /// <summary>Whether a dependence is about the sentence: it rests on words in which the derived report holds it, or on a credit for them.</summary>
    public static bool Concerns(Dependence dependence, Appearance appearance, AttributedReport report) =>
        dependence.Evidence.Any(e => e.IsShared && SpansIn(e, report).Any(s => appearance.Parts.Any(p => p.Overlaps(s))))
        || (new Surroundings(appearance, report.Tokenized, report.Attributions) is { } around
            && dependence.Evidence.Any(e => e.IsStated && SpansIn(e, report).Any(s => around.Of(s) == Nearness.SameSentence)));

    private static ImmutableArray<TextSpan> SpansIn(Evidence evidence, AttributedReport report) => evidence.Spans.GetValueOrDefault(report.Tokenized.Document.Id, []);

    private Origin Conclude()
    {
        Carrier[] inOrder = [.. _carriers.Values.OrderBy(c => c.Order)];
        Dictionary<Place, List<Carrier>> leads = [];
        Dictionary<string, Answer[]> answers = inOrder.ToDictionary(c => c.Id, Answers, StringComparer.Ordinal);
        foreach (Carrier carrier in inOrder)
        {
            foreach (Place place in Follow(carrier.Id, answers, []))
            {
                (leads.TryGetValue(place, out List<Carrier>? carriers) ? carriers : leads[place] = []).Add(carrier);
            }
        }

        Carrier[] silent = [.. inOrder.Where(c => !leads.Values.Any(l => l.Contains(c)))];
        ImmutableArray<OriginEvidence> stated = [.. inOrder.SelectMany(c => answers[c.Id].Select(a => a.Evidence))];
        List<(Carrier Carrier, TextSpan Span)> occasions = [.. silent.SelectMany(c => c.Around.Select(a => a.TryFindOccasion()).OfType<TextSpan>().Take(1).Select(s => (c, s)))];
        ImmutableArray<OriginEvidence> named = [.. occasions.Select(o => new OriginEvidence(
            o.Carrier.Id, "occasion", $"names an occasion open to many: \"{o.Span.Of(o.Carrier.Document.Text)}\"", [o.Span]))];

        // Two that share the words, and nothing tells which came first.
        ImmutableArray<OriginEvidence> shared = [.. _dependences
            .Where(d => !d.FromIsOutlet && (d.Direction == Direction.Unknown || d.Type == DependenceType.CommonSource) && Covers(d, d.From) && Covers(d, d.To))
            .Select(d => ToEvidence(d, d.To))];
        ImmutableArray<OriginEvidence> all = [.. stated, .. named, .. shared];
        string[] unjoined = [.. silent.Where(c => !leads.ContainsKey(new Place(false, c.Id)) && !IsJoined(c, leads, shared)).Select(c => c.Id)];

        if (leads.Count == 1)
        {
            Place place = leads.Keys.Single();
            return Doubt(place, inOrder.Length - unjoined.Length, answers, unjoined) is { } doubt
                ? new Origin(OriginKind.Unknown, null, null, doubt, all, [.. unjoined])
                : LeadTo(leads.Single(), answers, all, silent, unjoined);
        }

        if (leads.Count > 1)
        {
            string places = string.Join(", ", leads.Keys.OrderBy(p => p.IsOutlet).ThenBy(p => p.Name, StringComparer.Ordinal).Select(p => p.IsOutlet ? $"{p.Name} (not in the pile)" : NameOf(p.Name)));
            return new Origin(OriginKind.Unknown, null, null, $"The reports lead back to {leads.Count} places: {places}. Nothing tells which of them had it first, or whether each heard it for itself.", all, [.. unjoined]);
        }

        if (occasions.Count > 0 && occasions.Count == silent.Length)
        {
            string only = silent.Length == 1 ? "The report that holds it places it" : $"All {silent.Length} reports that hold it place it";
            return new Origin(OriginKind.Occasion, null, null, $"{only} at an occasion open to many: each may have it from there, and none need have it from another.", all, []);
        }

        // Answers that were stated and yet lead nowhere lead to one another.
        string why = answers.Values.Any(a => a.Any(x => x.Rank > Inferred)) ? "The credits run in a circle: the reports name one another." : Unknown(inOrder);
        why += occasions.Count > 0 ? $" {Count(occasions.Count, "report places", "reports place")} it at an occasion open to many." : "";
        return new Origin(OriginKind.Unknown, null, null, why, all, [.. unjoined]);
    }

    /// <summary>Why the one place that credits lead to is yet not called the most likely origin; null where nothing speaks against it.</summary>
    private string? Doubt(Place place, int led, Dictionary<string, Answer[]> answers, string[] unjoined)
    {
        Carrier[] alone = [.. unjoined.Select(u => _carriers[u])];
        string but = $"for {Count(alone.Length, "other report", "other reports")} that {(alone.Length == 1 ? "holds" : "hold")} it no credit or copied text was found";
        if (place.IsOutlet)
        {
            return alone.Length >= led ? $"{Count(led, "report credits", "reports lead back to")} {place.Name} for it, but {but}." : null;
        }

        // A report that says it was told the words can be wrong about being the first only if another certainly had them before.
        bool heard = answers[place.Name].Any(a => a.Rank == Own);
        StatedTime? time = _carriers[place.Name].Document.Published;
        bool isPreceded = alone.Any(c => heard
            ? time is not null && c.Document.Published is { } other && other.IsBefore(time)
            : time is null || c.Document.Published is not { } their || !time.IsBefore(their));
        if (isPreceded)
        {
            return $"Credits lead back to {NameOf(place.Name)}, but {but}, and {(heard ? "an earlier one is among them" : "they may be as early")}.";
        }

        if (!heard && alone.Length >= led)
        {
            return $"Credits of {Count(led - 1, "report", "reports")} lead back to {NameOf(place.Name)}, but {but}.";
        }

        return !heard && answers[place.Name].FirstOrDefault() is { FromReport: { } earlier }
            ? $"Credits lead back to {NameOf(place.Name)}, which credits nobody for it and shares the words with {NameOf(earlier)}, an earlier report."
            : null;
    }

    private Origin LeadTo(KeyValuePair<Place, List<Carrier>> lead, Dictionary<string, Answer[]> answers, ImmutableArray<OriginEvidence> evidence, Carrier[] silent, string[] unjoined)
    {
        (Place place, List<Carrier> carriers) = lead;
        int others = carriers.Count(c => place.IsOutlet || c.Id != place.Name);
        string rest = silent.Count(c => !unjoined.Contains(c.Id) && (place.IsOutlet || c.Id != place.Name)) is var joined and > 0
            ? $" {Count(joined, "more shares", "more share")} the words with them, and which came first is not known."
            : "";
        string left = unjoined.Length > 0
            ? $" For {Count(unjoined.Length, "other report", "other reports")} no credit or copied text was found."
            : "";
        if (place.IsOutlet)
        {
            string inPile = _dependences.Any(d => !d.FromIsOutlet && NamesOf(d.From).Contains(place.Name, StringComparer.Ordinal))
                ? $"{place.Name}'s report in the pile does not hold these words"
                : $"no report of {place.Name} with these words is in the pile";
            int plainest = answers.Values.SelectMany(a => a).Where(a => a.Place == place).Max(a => a.Rank);
            string credited = plainest switch { Whole => "for the whole report", SameParagraph => "in the same paragraph", _ => "for it" };
            string led = others == 1 ? $"1 report credits {place.Name} {credited}" : $"{others} reports lead back to {place.Name}, credited {credited}";
            return new Origin(OriginKind.MissingSource, null, place.Name, $"{led}, and {inPile}.{rest}{left}", evidence, [.. unjoined]);
        }

        bool heard = evidence.Any(e => e.Document == place.Name && e.Kind == "own");
        string why = heard ? $"{NameOf(place.Name)} says that it was told it" : $"{NameOf(place.Name)} credits nobody for it";
        why += others > 0 ? $", and {Count(others, "other report leads", "other reports lead")} back to it." : ".";
        why += heard ? "" : " It is credited, which does not say that it was the first.";
        return new Origin(OriginKind.Document, place.Name, null, why + rest + left, evidence, [.. unjoined]);
    }

    private string Unknown(Carrier[] inOrder)
    {
        if (inOrder.Length == 1)
        {
            return $"Only {NameOf(inOrder[0].Id)} holds it, and no credit for it was found there. To be the only one in the pile is not to be the first.";
        }

        bool hasEarliest = inOrder[0].Appearances[0].Step == 1 && inOrder.Count(c => c.Appearances[0].Step == 1) == 1 && inOrder.All(c => c.Appearances[0].Step is not null);
        return "No credit for it was found in any report." + (hasEarliest ? $" {NameOf(inOrder[0].Id)} is the earliest in the pile; that does not make it the first." : " The earliest in the pile would not be the first for that.");
    }

    /// <summary>The places that a report's answers lead to, through the reports that it names. A circle leads nowhere.</summary>
    private static HashSet<Place> Follow(string id, Dictionary<string, Answer[]> answers, HashSet<string> passed)
    {
        HashSet<Place> places = [];
        if (!passed.Add(id))
        {
            return places;
        }

        foreach (Answer answer in answers[id])
        {
            if (answer.Place is { } place)
            {
                places.Add(place);
            }
            else if (answer.FromReport is { } from && !passed.Contains(from))
            {
                HashSet<Place> behind = Follow(from, answers, [.. passed]);
                bool isStated = answer.Rank > Inferred;
                // A report that is credited and names nobody is where the credits end; one that is merely earlier is not.
                if (behind.Count == 0 && isStated && answers[from].All(a => a.Rank == Inferred))
                {
                    behind.Add(new Place(false, from));
                }

                places.UnionWith(behind);
            }
        }

        return places;
    }

    private const int Inferred = 0;
    private const int Whole = 1;
    private const int SameParagraph = 2;
    private const int SharedWords = 3;
    private const int SameSentence = 4;
    private const int Own = 5;

    /// <summary>The plainest answers of a report; all of one rank.</summary>
    private Answer[] Answers(Carrier carrier)
    {
        List<Answer> answers = [];
        if (carrier.Around.Select(a => a.TryFindOwnHearing()).OfType<TextSpan>().Cast<TextSpan?>().FirstOrDefault() is { } told)
        {
            answers.Add(new Answer(Own, null, new Place(false, carrier.Id), new OriginEvidence(carrier.Id, "own", $"says that it was told it: \"{told.Of(carrier.Document.Text)}\"", [told])));
        }

        foreach (Dependence dependence in _dependences.Where(d => d.To == carrier.Id && d.Direction != Direction.Unknown && d.Type != DependenceType.CommonSource))
        {
            if (Rank(dependence, carrier) is not { } rank)
            {
                continue;
            }

            bool isCarrier = !dependence.FromIsOutlet && _carriers.ContainsKey(dependence.From);
            Place? place = isCarrier ? null : new Place(true, dependence.FromIsOutlet ? dependence.From : _byId.TryGetValue(dependence.From, out Document? from) ? from.DisplayName : dependence.From);
            answers.Add(new Answer(rank, isCarrier ? dependence.From : null, place, ToEvidence(dependence, carrier.Id)));
        }

        int best = answers.Select(a => a.Rank).DefaultIfEmpty(Inferred).Max();
        return [.. answers.Where(a => a.Rank == best && (a.Rank > Inferred || a.FromReport is not null))
            .GroupBy(a => (a.FromReport, a.Place is { } p ? OutletKey.Of(p.Name) : null)).Select(g => Unified(g.First()))];
    }

    /// <summary>One outlet under one name, however a report spells it.</summary>
    private Answer Unified(Answer answer) => answer.Place is { IsOutlet: true } place
        ? answer with
        {
            Place = place with
            {
                Name = _dependences.Where(d => d.FromIsOutlet && OutletKey.Of(d.From) == OutletKey.Of(place.Name)).Select(d => d.From).Append(place.Name).Order(StringComparer.Ordinal).First(),
            },
        }
        : answer;

    private static int? Rank(Dependence dependence, Carrier carrier)
    {
        bool covers = CoversIn(dependence, carrier);
        if (dependence.Direction == Direction.Inferred)
        {
            return covers ? Inferred : null;
        }

        Nearness near = carrier.Nearest(dependence.Evidence.Where(e => e.IsStated).SelectMany(e => e.Spans.GetValueOrDefault(carrier.Id, [])));
        return near == Nearness.SameSentence ? SameSentence
            : covers ? SharedWords
            : near == Nearness.SameParagraph ? SameParagraph
            : dependence.FromIsOutlet && dependence.Type != DependenceType.Cites ? Whole
            : null;
    }

    private bool Covers(Dependence dependence, string id) => _carriers.TryGetValue(id, out Carrier? carrier) && CoversIn(dependence, carrier);

    private static bool CoversIn(Dependence dependence, Carrier carrier) => dependence.Evidence
        .Where(e => e.IsShared)
        .Any(e => e.Spans.TryGetValue(carrier.Id, out ImmutableArray<TextSpan> spans) && spans.Any(carrier.Holds));

    private static bool IsJoined(Carrier carrier, Dictionary<Place, List<Carrier>> leads, ImmutableArray<OriginEvidence> shared) => shared.Any(e =>
        e.Relation is { } d && (d.From == carrier.Id || d.To == carrier.Id)
        && (d.From == carrier.Id ? d.To : d.From) is var other
        && leads.Any(l => l.Key.Name == other || l.Value.Exists(c => c.Id == other)));

    private static OriginEvidence ToEvidence(Dependence dependence, string document)
    {
        Evidence? first = dependence.Evidence.FirstOrDefault(e => e.IsStated) ?? dependence.Evidence.FirstOrDefault();
        return new OriginEvidence(
            document,
            first is not null && first.IsStated ? "credit" : "dependence",
            first?.Detail ?? "",
            first?.Spans.GetValueOrDefault(document, []) ?? [],
            dependence);
    }

    private IEnumerable<string> NamesOf(string id) => _byId.TryGetValue(id, out Document? document) ? [document.DisplayName] : [];

    private string NameOf(string id)
    {
        string name = _byId[id].DisplayName;
        return _carriers.Values.Count(c => c.Document.DisplayName == name) > 1 ? $"{name} ({id})" : name;
    }

    private static string Count(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count} {many}";
}
