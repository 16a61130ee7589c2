using System.Runtime.InteropServices;
using Entente.Analysis.Text;

namespace Entente.Analysis.Lineage;

/// <summary>What the reports of a story tell in their own words, in details that can be compared however they are put.</summary>
/// <remarks>
/// A detail is the stem of a telling word outside quotation marks, or two stems that stand side by side. It weighs −log of its frequency in the story: what every
/// report of an event must mention weighs next to nothing, what two of them share alone (the odd figure, the misspelt name, the turn of phrase) weighs most.
/// Quoted words are left out, for all who heard a speech share them. Building takes time linear in the words.
/// </remarks>
internal sealed class StoryMatter
{
    // A pair of stems says less than the two weigh together, for each of them is a detail of its own.
    private const double PairWeight = 0.7;

    // What so many reports of a story tell is everybody's, and to compare each with each by it would take for ever.
    private const int MostHolders = 500;

    private static readonly HashSet<string> s_stopStems = [.. DataFile.Rows("Text/Languages/en/stop-words.tsv").Select(r => WordStem.Of(r[0]))];

    private readonly Dictionary<ulong, int> _stemOfWord = [];
    private readonly Dictionary<string, int> _stems = new(StringComparer.Ordinal);
    private readonly List<bool> _isTelling = [];
    private readonly Dictionary<(int, int), int> _details = [];
    private readonly List<double> _kind = [];
    private readonly Dictionary<StoryReport, int> _number = [];
    private readonly int[][] _detailsOf;
    private readonly List<int>[] _holders;
    private readonly double[] _weights;
    private readonly double[] _total;

    public StoryMatter(IReadOnlyList<StoryReport> reports)
    {
        Reports = reports;
        _detailsOf = new int[reports.Count][];
        for (int r = 0; r < reports.Count; r++)
        {
            _number[reports[r]] = r;
            _detailsOf[r] = [.. Places(reports[r]).Select(p => p.Detail).Distinct().Order()];
        }

        _holders = new List<int>[_kind.Count];
        for (int r = 0; r < reports.Count; r++)
        {
            foreach (int detail in _detailsOf[r])
            {
                (_holders[detail] ??= []).Add(r);
            }
        }

        _weights = [.. _kind.Select((kind, detail) => _holders[detail].Count > MostHolders ? 0 : kind * Math.Log((reports.Count + 1.0) / _holders[detail].Count))];
        _total = [.. _detailsOf.Select(details => details.Sum(d => _weights[d]))];
    }

    public IReadOnlyList<StoryReport> Reports { get; }

    /// <summary>A detail and the words it stands at.</summary>
    public readonly record struct Place(int Detail, int Word, int Words);

    public int NumberOf(StoryReport report) => _number[report];

    /// <summary>Different details of a report, in order of number.</summary>
    public int[] DetailsOf(StoryReport report) => _detailsOf[_number[report]];

    public List<int> HoldersOf(int detail) => _holders[detail];

    public double Weight(int detail) => _weights[detail];

    /// <summary>Of all details of a report.</summary>
    public double Weight(StoryReport report) => _total[_number[report]];

    /// <summary>The part of what <paramref name="report"/> tells, by weight, that <paramref name="other"/> tells too.</summary>
    public double PartTold(StoryReport report, StoryReport other)
    {
        ReadOnlySpan<int> here = DetailsOf(report);
        ReadOnlySpan<int> there = DetailsOf(other);
        double shared = 0;
        int i = 0;
        int j = 0;
        while (i < here.Length && j < there.Length)
        {
            int order = here[i].CompareTo(there[j]);
            shared += order == 0 ? Weight(here[i]) : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return Weight(report) == 0 ? 0 : shared / Weight(report);
    }

    /// <summary>Every detail of a report where it stands.</summary>
    public IEnumerable<Place> Places(StoryReport report)
    {
        int before = -1;
        for (int w = 0; w < report.Words; w++)
        {
            if (!report.IsOwnWord(w))
            {
                before = -1;
                continue;
            }

            int stem = StemAt(report, w);
            if (_isTelling[stem])
            {
                yield return new Place(DetailOf(stem, -1, 1), w, 1);
            }

            if (before >= 0 && (_isTelling[stem] || _isTelling[before]))
            {
                yield return new Place(DetailOf(before, stem, _isTelling[stem] && _isTelling[before] ? PairWeight : PairWeight / 2), w - 1, 2);
            }

            before = stem;
        }
    }

    private int StemAt(StoryReport report, int word)
    {
        ref int known = ref CollectionsMarshal.GetValueRefOrAddDefault(_stemOfWord, report.WordAt(word), out bool exists);
        if (!exists)
        {
            string stem = WordStem.Of(WordFolding.Fold(report.PlaceOf(word).In(report.Document.Text)));
            if (!_stems.TryGetValue(stem, out int number))
            {
                number = _isTelling.Count;
                _stems[stem] = number;
                _isTelling.Add(stem.Length > 0 && !s_stopStems.Contains(stem));
            }

            known = number;
        }

        return known;
    }

    private int DetailOf(int first, int second, double kind)
    {
        ref int detail = ref CollectionsMarshal.GetValueRefOrAddDefault(_details, (first, second), out bool exists);
        if (!exists)
        {
            detail = _kind.Count;
            _kind.Add(kind);
        }

        return detail;
    }
}
