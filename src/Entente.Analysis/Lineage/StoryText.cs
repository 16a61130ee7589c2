using Entente.Analysis.Reuse;

namespace Entente.Analysis.Lineage;

/// <summary>The reports of one story and what each pair of them shares.</summary>
internal sealed class StoryText
{
    private readonly Dictionary<string, StoryReport> _byId;
    private readonly SortedDictionary<(string, string), SharedPair> _pairs = new(
        Comparer<(string First, string Second)>.Create(static (x, y) =>
        {
            int order = string.CompareOrdinal(x.First, y.First);
            return order != 0 ? order : string.CompareOrdinal(x.Second, y.Second);
        }));

    private readonly Dictionary<(string, string), SharedPair> _frames = [];

    public StoryText(IEnumerable<StoryReport> reports, IEnumerable<Passage> passages)
    {
        Reports = [.. reports.OrderBy(r => r.Id, StringComparer.Ordinal)];
        _byId = Reports.ToDictionary(r => r.Id, StringComparer.Ordinal);
        foreach (IGrouping<(string First, string Second), Passage> pair in passages.GroupBy(p => (p.First, p.Second)))
        {
            if (_byId.TryGetValue(pair.Key.First, out StoryReport? first) && _byId.TryGetValue(pair.Key.Second, out StoryReport? second))
            {
                SharedPair shared = new(first, second, [.. pair]);
                if (first.IsOfSameOutlet(second) && shared.IsFrame)
                {
                    _frames[pair.Key] = shared;
                }
                else
                {
                    _pairs[pair.Key] = shared;
                }
            }
        }
    }

    /// <summary>Pairs of one outlet's reports that share nothing but how both begin or end: a licence, a sign-off. Two are too few to learn a series from.</summary>
    public SharedPair? FindFrame(StoryReport one, StoryReport other) => _frames.GetValueOrDefault(Key(one, other));

    /// <summary>In order of id.</summary>
    public IReadOnlyList<StoryReport> Reports { get; }

    /// <summary>In order of the ids.</summary>
    public IEnumerable<SharedPair> Pairs => _pairs.Values;

    public StoryReport? Find(string id) => _byId.GetValueOrDefault(id);

    public SharedPair? Find(StoryReport one, StoryReport other)
        => _pairs.GetValueOrDefault(Key(one, other));

    private static (string, string) Key(StoryReport one, StoryReport other) => string.CompareOrdinal(one.Id, other.Id) < 0 ? (one.Id, other.Id) : (other.Id, one.Id);
}
