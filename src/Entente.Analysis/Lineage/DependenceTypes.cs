namespace Entente.Analysis.Lineage;

/// <summary>What a report did with its source, told from how much of each stands in the other, word for word or in other words, and from its other sources.</summary>
internal sealed class DependenceTypes(StoryText story, StoryMatter matter, IReadOnlyList<Dependence> edges)
{
    private const double SimilarLength = 0.8;

    /// <summary>Of the shared details, how many must stand in words taken over for these to be the point.</summary>
    private const double MostlyVerbatim = 0.6;

    /// <summary>A report that tells this much of its source's matter does more than take over a part.</summary>
    private const double MostlyTold = 0.5;

    /// <summary>From this part of a report's matter on, it retells its source and does not just mention it.</summary>
    private const double Retold = 0.14;

    /// <summary>What a credited source must add to the others for the report to be its rewrite.</summary>
    private const double RetoldBesideOthers = 0.12;

    private readonly ILookup<string, string> _sources = edges
        .Where(e => !e.FromIsOutlet && e.Type != DependenceType.CommonSource)
        .ToLookup(e => e.To, e => e.From, StringComparer.Ordinal);

    public DependenceType Of(Dependence edge)
    {
        StoryReport source = story.Find(edge.From)!;
        StoryReport derived = story.Find(edge.To)!;
        if (edge.Direction == Direction.Unknown && matter.PartTold(source, derived) > matter.PartTold(derived, source))
        {
            (source, derived) = (derived, source);
        }

        SharedPair? pair = story.Find(source, derived);
        bool sharesOwnWords = pair is { TellingWords: > 0 };
        double length = (double)derived.BodyWords / Math.Max(1, source.BodyWords);
        if (sharesOwnWords && pair!.IsCopy(derived))
        {
            return length >= SimilarLength ? DependenceType.Reprint : DependenceType.Abridgement;
        }

        if (sharesOwnWords && pair!.IsCopy(source) && length > 1 / SimilarLength)
        {
            return DependenceType.Expansion;
        }

        (double told, double verbatim, double alone) = Told(source, derived, pair);
        if (sharesOwnWords && verbatim >= MostlyVerbatim * told && told < MostlyTold)
        {
            return DependenceType.Excerpt;
        }

        if (edge.Credited)
        {
            return told >= Retold && (alone >= RetoldBesideOthers || source.IsOfSameOutlet(derived)) ? DependenceType.Rewrite : DependenceType.Cites;
        }

        return told >= Retold || pair is null || sharesOwnWords || source.IsOfSameOutlet(derived) ? DependenceType.Rewrite : DependenceType.QuotationOnly;
    }

    /// <summary>The parts of the derived report's matter that the source tells too; of it, what stands in shared passages; and what no other source of it tells.</summary>
    private (double Told, double Verbatim, double Alone) Told(StoryReport source, StoryReport derived, SharedPair? pair)
    {
        double all = matter.Weight(derived);
        if (all == 0)
        {
            return (0, 0, 0);
        }

        HashSet<int> shared = [.. matter.DetailsOf(source)];
        shared.IntersectWith(matter.DetailsOf(derived));
        double told = shared.Sum(matter.Weight);

        bool[] inPassage = derived.Mark(pair?.SpansIn(derived) ?? []);
        double verbatim = matter.Places(derived)
            .Where(p => inPassage[p.Word] && shared.Contains(p.Detail))
            .Select(p => p.Detail).Distinct().Sum(matter.Weight);

        foreach (string other in _sources[derived.Id].Where(s => s != source.Id))
        {
            shared.ExceptWith(matter.DetailsOf(story.Find(other)!));
        }

        return (told / all, verbatim / all, shared.Sum(matter.Weight) / all);
    }
}
