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

    public StoryText(IEnumerable<StoryReport> reports, IEnumerable<Passage> passages)
    {
        Reports = [.. reports.OrderBy(r => r.Id, StringComparer.Ordinal)];
        _byId = Reports.ToDictionary(r => r.Id, StringComparer.Ordinal);
        foreach (IGrouping<(string First, string Second), Passage> pair in passages.GroupBy(p => (p.First, p.Second)))
        {
            if (_byId.TryGetValue(pair.Key.First, out StoryReport? first) && _byId.TryGetValue(pair.Key.Second, out StoryReport? second))
            {
                _pairs[pair.Key] = new SharedPair(first, second, [.. pair]);
            }
        }
    }

    /// <summary>In order of id.</summary>
    public IReadOnlyList<StoryReport> Reports { get; }

    /// <summary>In order of the ids.</summary>
    public IEnumerable<SharedPair> Pairs => _pairs.Values;

    public StoryReport? Find(string id) => _byId.GetValueOrDefault(id);

    public SharedPair? Find(StoryReport one, StoryReport other)
        => _pairs.GetValueOrDefault(string.CompareOrdinal(one.Id, other.Id) < 0 ? (one.Id, other.Id) : (other.Id, one.Id));
}
