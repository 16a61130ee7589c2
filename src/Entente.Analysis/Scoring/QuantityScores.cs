using System.Collections.Immutable;
using Entente.Analysis.Quantities;
using Entente.Analysis.Text;

namespace Entente.Analysis.Scoring;

/// <summary>How well quantities and their slots were found. What counts as right is told in <c>gold/quantities/README.md</c>.</summary>
public sealed class QuantityScores
{
    private readonly Dictionary<QuantityKind, (int Gold, int Found, int Right)> _kinds = [];

    /// <summary>Marked quantities, those found in marked regions, and those whose value is right.</summary>
    public int Gold { get; private set; }

    public int Found { get; private set; }

    public int ValuesRight { get; private set; }

    /// <summary>Marked quantities with a frame, those for which one was given, and those whose frame is exact.</summary>
    public int Framed { get; private set; }

    public int FramesGiven { get; private set; }

    public int FramesExact { get; private set; }

    /// <summary>Frames given for marked quantities that have none.</summary>
    public int FramesInvented { get; private set; }

    public int FramesExactWithPlaceAndTime { get; private set; }

    public (int Right, int Given, int Gold) Places { get; private set; }

    public (int Right, int Given, int Gold) Times { get; private set; }

    public int WrongSums { get; private set; }

    public int InventedUnits { get; private set; }

    public PrecisionRecall Values => PrecisionRecall.FromCounts(ValuesRight, Found, Gold);

    /// <summary>Of the marked frames for which one was given, those that are exact.</summary>
    public double ExactOfGiven => Share(FramesExact, FramesGiven);

    public double ExactOfAll => Share(FramesExact, Framed);

    public double Abstention => 1 - Share(FramesGiven, Framed);

    public double ExactWithPlaceAndTimeOfGiven => Share(FramesExactWithPlaceAndTime, FramesGiven);

    public IEnumerable<(QuantityKind Kind, int Gold, int Found, int Right)> Kinds => _kinds.OrderBy(k => k.Key).Select(k => (k.Key, k.Value.Gold, k.Value.Found, k.Value.Right));

    /// <summary>Pairs what was marked in a region with what was found there, and counts both.</summary>
    /// <returns>For each marked quantity its verdict, then those found and not marked.</returns>
    public ImmutableArray<QuantityVerdict> Add(string text, IReadOnlyList<GoldQuantity> gold, IReadOnlyList<Quantity> found)
    {
        int[] pairOf = Pair(gold, found);
        ImmutableArray<QuantityVerdict>.Builder verdicts = ImmutableArray.CreateBuilder<QuantityVerdict>();
        Gold += gold.Count;
        Found += found.Count;
        for (int g = 0; g < gold.Count; g++)
        {
            Quantity? quantity = pairOf[g] < 0 ? null : found[pairOf[g]];
            QuantityVerdict verdict = Judge(gold[g], quantity);
            Count(gold[g], quantity, verdict);
            verdicts.Add(verdict);
        }

        for (int f = 0; f < found.Count; f++)
        {
            Tally(found[f].Kind, found: 1);
            WrongSums += QuantityAudit.IsWrittenThere(text, found[f]) ? 0 : 1;
            InventedUnits += QuantityAudit.NamesUnit(text, found[f]) ? 0 : 1;
            if (!pairOf.Contains(f))
            {
                verdicts.Add(new QuantityVerdict(null, found[f], false, false, false, false));
            }
        }

        return verdicts.ToImmutable();
    }

    private static QuantityVerdict Judge(GoldQuantity gold, Quantity? found)
    {
        if (found is null)
        {
            return new QuantityVerdict(gold, null, false, false, false, false);
        }

        bool value = found.Kind == gold.Kind && found.Qualifier == gold.Qualifier && found.Min == gold.Min && found.Max == gold.Max && found.Of == gold.Of && found.Unit == gold.Unit;
        bool frame = value && Fits(gold.Noun, found.Slot?.Noun) && (gold.Predicate.IsEmpty || Fits(gold.Predicate, found.Slot?.Predicate));
        return new QuantityVerdict(gold, found, value, frame, Fits(gold.Place, found.Slot?.Place), Fits(gold.AsOf, found.Slot?.AsOf?.Span));
    }

    private void Count(GoldQuantity gold, Quantity? found, QuantityVerdict verdict)
    {
        Tally(gold.Kind, gold: 1, right: verdict.ValueRight ? 1 : 0);
        ValuesRight += verdict.ValueRight ? 1 : 0;
        bool given = found?.Slot is not null;
        if (!gold.HasFrame)
        {
            FramesInvented += given ? 1 : 0;
            return;
        }

        Framed++;
        FramesGiven += given ? 1 : 0;
        bool exact = given && verdict.FrameExact;
        FramesExact += exact ? 1 : 0;
        FramesExactWithPlaceAndTime += exact && verdict.PlaceRight && verdict.TimeRight ? 1 : 0;
        Places = Part(Places, gold.Place, found?.Slot?.Place);
        Times = Part(Times, gold.AsOf, found?.Slot?.AsOf?.Span);
    }

    private static (int Right, int Given, int Gold) Part((int Right, int Given, int Gold) counts, ImmutableArray<TextSpan> gold, TextSpan? found) =>
        (counts.Right + (found is not null && !gold.IsEmpty && Fits(gold, found) ? 1 : 0), counts.Given + (found is null ? 0 : 1), counts.Gold + (gold.IsEmpty ? 0 : 1));

    private static bool Fits(ImmutableArray<TextSpan> gold, TextSpan? found) => gold.IsEmpty ? found is null : found is { } span && gold.Any(g => g.Overlaps(span));

    /// <summary>Each marked quantity gets the found one that shares most characters with it, in order of how many; no found one twice.</summary>
    private static int[] Pair(IReadOnlyList<GoldQuantity> gold, IReadOnlyList<Quantity> found)
    {
        int[] pairOf = new int[gold.Count];
        Array.Fill(pairOf, -1);
        bool[] taken = new bool[found.Count];
        List<(int Shared, int Gold, int Found)> pairs = [];
        for (int g = 0; g < gold.Count; g++)
        {
            for (int f = 0; f < found.Count; f++)
            {
                int shared = Math.Min(gold[g].Span.End, found[f].Span.End) - Math.Max(gold[g].Span.Start, found[f].Span.Start);
                if (shared > 0)
                {
                    pairs.Add((shared, g, f));
                }
            }
        }

        foreach ((_, int g, int f) in pairs.OrderByDescending(p => p.Shared).ThenBy(p => p.Gold).ThenBy(p => p.Found))
        {
            if (pairOf[g] < 0 && !taken[f])
            {
                pairOf[g] = f;
                taken[f] = true;
            }
        }

        return pairOf;
    }

    private void Tally(QuantityKind kind, int gold = 0, int found = 0, int right = 0)
    {
        (int Gold, int Found, int Right) counts = _kinds.GetValueOrDefault(kind);
        _kinds[kind] = (counts.Gold + gold, counts.Found + found, counts.Right + right);
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
