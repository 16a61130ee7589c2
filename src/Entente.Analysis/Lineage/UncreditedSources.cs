using Entente.Analysis.Text;

namespace Entente.Analysis.Lineage;

/// <summary>Sources that a report names nowhere, told from what it tells: details that no two reports of an event share unless one has them from the other.</summary>
/// <remarks>
/// Plain similarity cannot tell a rewrite from another report of the same event; what can is how much of a report's matter one other report accounts for. The
/// sources of each report are chosen one by one: of the reports that may be older, that which accounts for most of what is not accounted for yet, until none accounts
/// for enough (the greedy cover of Johnson 1974). So a report's source hides the source's own source, and a report made of two has both. Each choice costs
/// time linear in the holders of the details it accounts for.
/// </remarks>
internal sealed class UncreditedSources(StoryText story, StoryMatter matter, IReadOnlyList<Dependence> stated)
{
    /// <summary>What one report must account for of another's matter. Reports of one event that do not know of each other stay below it; how well is measured by <c>entente eval lineage</c>.</summary>
    private const double EnoughForOne = 0.20;

    /// <summary>In a small story nothing tells the details that every report of the event has from those that two share alone: there it takes more.</summary>
    private const double MoreForEachMissing = 0.0125;
    private const int FewReports = 6;

    /// <summary>What a further source must account for beyond what the ones before do.</summary>
    private const double EnoughForMore = 0.14;

    /// <summary>An outlet builds on its own earlier report as a matter of course.</summary>
    private const double EnoughForOwn = 0.10;

    /// <summary>What must be accounted for where a report quotes a good deal and nothing but what the other quotes too.</summary>
    private const double EnoughWithQuotations = 0.12;

    /// <summary>In a text of few words a fifth of the matter may be a name and a verb; fewer details than this tell nothing.</summary>
    private const int FewestDetails = 10;

    /// <summary>From here on a pair is worth mention among what was rejected.</summary>
    private const double NearMiss = 0.5;

    private readonly HashSet<(string From, string To)> _stated = [.. stated.Where(d => !d.FromIsOutlet).Select(d => (d.From, d.To))];

    private double Enough => EnoughForOne + MoreForEachMissing * Math.Max(0, FewReports - story.Reports.Count);

    public List<Dependence> Edges { get; } = [];

    public List<NearMiss> Rejected { get; } = [];

    public void Find()
    {
        foreach (StoryReport report in story.Reports)
        {
            FindSourcesOf(report);
        }
    }

    private void FindSourcesOf(StoryReport report)
    {
        double all = matter.Weight(report);
        if (all == 0)
        {
            return;
        }

        // By number of the other report: the weight of the details both tell and nothing accounts for yet.
        double[] shared = new double[story.Reports.Count];
        HashSet<int> open = [.. matter.DetailsOf(report)];
        foreach (int detail in open.Where(d => matter.Weight(d) > 0))
        {
            foreach (int holder in matter.HoldersOf(detail))
            {
                shared[holder] += matter.Weight(detail);
            }
        }

        List<StoryReport> candidates = [.. story.Reports.Where(r =>
            r != report && shared[matter.NumberOf(r)] >= NearMiss * EnoughForOwn * all
            && !_stated.Contains((r.Id, report.Id)) && !_stated.Contains((report.Id, r.Id)) && !IsCopyOfAnother(r, report) && MayPrecede(r, report))];

        // What an outlet has from itself it does not need another for; what a report credits it has from there.
        bool isAccounted = Choose(report, [.. candidates.Where(c => c.IsOfSameOutlet(report) && TellsMoreThanFrame(c, report))], open, shared, EnoughForOwn, EnoughForOwn);
        foreach (StoryReport source in story.Reports.Where(r => _stated.Contains((r.Id, report.Id))))
        {
            Account(source, open, shared);
            isAccounted = true;
        }

        Choose(report, [.. candidates.Where(c => !c.IsOfSameOutlet(report))], open, shared, isAccounted ? EnoughForMore : Enough, EnoughForMore);
    }

    /// <summary>Whether a report says that it is a copy of one that is in the pile too: then that one is as likely the source and stands for both.</summary>
    private bool IsCopyOfAnother(StoryReport copy, StoryReport report) => stated.Any(d =>
        !d.FromIsOutlet && d.To == copy.Id && d.From != report.Id && story.Find(story.Find(d.From)!, copy) is { } pair && pair.IsCopy(copy));

    /// <summary>Whether an outlet's earlier report tells enough of a later one beside what both begin or end with.</summary>
    private bool TellsMoreThanFrame(StoryReport earlier, StoryReport report)
    {
        if (story.FindFrame(earlier, report) is not { } frame)
        {
            return true;
        }

        bool[] inFrame = report.Mark(frame.SpansIn(report));
        HashSet<int> shared = [.. matter.DetailsOf(earlier)];
        double part = matter.Places(report).Where(p => !inFrame[p.Word] && shared.Contains(p.Detail)).Select(p => p.Detail).Distinct().Sum(matter.Weight) / matter.Weight(report);
        if (part < EnoughForOwn)
        {
            Rejected.Add(new NearMiss("dependence", [earlier.Id, report.Id], $"share {frame.Words} words that one outlet begins or ends both reports with, and little else"));
        }

        return part >= EnoughForOwn;
    }

    /// <summary>Takes sources from <paramref name="candidates"/>, the best first, while they account for enough.</summary>
    /// <param name="open">Details that nothing accounts for yet.</param>
    /// <param name="shared">By report: the weight of the open details that it tells.</param>
    private bool Choose(StoryReport report, List<StoryReport> candidates, HashSet<int> open, double[] shared, double enoughForFirst, double enoughForMore)
    {
        double all = matter.Weight(report);
        double enough = enoughForFirst;
        bool isAccounted = false;
        while (candidates.Count > 0)
        {
            StoryReport best = candidates.MaxBy(c => shared[matter.NumberOf(c)])!;
            double part = shared[matter.NumberOf(best)] / all;
            bool isEnough = part >= enough || (part >= EnoughWithQuotations && report.HasItsQuotationsFrom(best));
            if (!isEnough || matter.DetailsOf(best).Count(open.Contains) < FewestDetails)
            {
                Reject(report, candidates, shared, all, enough);
                break;
            }

            candidates.Remove(best);
            if (Handouts.IsHandedOut(best) && Handouts.Named(report) is { } named)
            {
                Edges.Add(FromHandout(best, report, part, named));
            }
            else if (StrengthOf(best, report) == Strength.Probable && Handouts.TryFindBehind(best, report) is { } handout)
            {
                Edges.Add(Common(best, report, part, handout));
                continue;
            }
            else
            {
                Edges.Add(Derived(best, report, part));
            }

            Account(best, open, shared);
            isAccounted = true;
            enough = enoughForMore;
        }

        return isAccounted;
    }

    private void Account(StoryReport source, HashSet<int> open, double[] shared)
    {
        foreach (int detail in matter.DetailsOf(source))
        {
            if (open.Remove(detail))
            {
                foreach (int holder in matter.HoldersOf(detail))
                {
                    shared[holder] -= matter.Weight(detail);
                }
            }
        }
    }

    /// <summary>Whether <paramref name="source"/> may be the older; where nothing says, the one of which the other tells more is taken to derive.</summary>
    private bool MayPrecede(StoryReport source, StoryReport report)
    {
        if (source.IsBefore(report) || report.IsBefore(source))
        {
            return source.IsBefore(report);
        }

        bool isKnown = Precedence.Of(source, report).Direction != Direction.Unknown;
        if (isKnown != (Precedence.Of(report, source).Direction != Direction.Unknown))
        {
            return isKnown;
        }

        int order = matter.PartTold(report, source).CompareTo(matter.PartTold(source, report));
        return order != 0 ? order > 0 : string.CompareOrdinal(source.Id, report.Id) < 0;
    }

    private Dependence Derived(StoryReport source, StoryReport report, double part)
    {
        SharedPair? pair = story.Find(source, report);
        (Direction direction, Evidence? because) = Precedence.Of(source, report);

        // Where nobody knows which came first, the ends stand in order of id.
        bool turned = direction == Direction.Unknown && string.CompareOrdinal(report.Id, source.Id) < 0;
        return new Dependence(
            turned ? report.Id : source.Id, false, turned ? source.Id : report.Id,
            DependenceType.Rewrite,
            StrengthOf(source, report),
            direction,
            false,
            [.. DetailEvidence.Of(source, report, matter, part, direction != Direction.Unknown), .. pair?.ToEvidence() ?? [], .. because is null ? [] : new[] { because }],
            source.IsOfSameOutlet(report) ? "matter/own-earlier-report" : "matter/accounts-for");
    }

    private Strength StrengthOf(StoryReport source, StoryReport report) =>
        story.Find(source, report) is { IsProven: true } ? Strength.Proven : Strength.Probable;

    /// <summary>From a text that was handed out, and is in the pile, to a report that names it.</summary>
    private Dependence FromHandout(StoryReport handout, StoryReport report, double part, TextSpan named) => new(
        handout.Id, false, report.Id, DependenceType.Rewrite, StrengthOf(handout, report), Direction.Stated, true,
        [
            Evidence.At("credit", $"names it: \"{named.Of(report.Document.Text)}\"", (report, [named])),
            .. DetailEvidence.Of(handout, report, matter, part, isDirected: true),
            .. story.Find(handout, report)?.ToEvidence() ?? [],
        ],
        "matter/handed-out");

    private Dependence Common(StoryReport one, StoryReport other, double part, Evidence handout)
    {
        (StoryReport first, StoryReport second) = string.CompareOrdinal(one.Id, other.Id) < 0 ? (one, other) : (other, one);
        return new Dependence(
            first.Id, false, second.Id, DependenceType.CommonSource, Strength.Probable, Direction.Unknown, false,
            [handout, .. DetailEvidence.Of(one, other, matter, part, isDirected: false), .. story.Find(one, other)?.ToEvidence() ?? []], "matter/handout");
    }

    private void Reject(StoryReport report, List<StoryReport> candidates, double[] shared, double all, double enough)
    {
        foreach (StoryReport other in candidates)
        {
            double part = shared[matter.NumberOf(other)] / all;
            if (part >= NearMiss * enough)
            {
                Rejected.Add(new NearMiss("dependence", [other.Id, report.Id],
                    $"of what the second tells and nothing else accounts for, the first tells {Percent(part)}, by weight of details; from {Percent(enough)} on it would count as taken from there"));
            }
        }
    }

    private static string Percent(double part) => $"{(int)Math.Round(100 * part)} %";
}
