using Entente.Analysis.Text;

namespace Entente.Analysis.Scoring;

/// <summary>Counts names found against names marked: right only where both ends and the type are.</summary>
/// <remarks>As in the CoNLL 2003 shared task (Tjong Kim Sang and De Meulder 2003), on character offsets. A span is counted once for each type.</remarks>
public sealed class MentionScores
{
    private readonly SortedDictionary<string, (long Right, long Found, long Gold)> _counts = new(StringComparer.Ordinal);

    public IEnumerable<string> Types => _counts.Keys;

    /// <summary>Adds one document; gives what was missed and what is too much, in order.</summary>
    public (List<(TextSpan Span, string Type)> Missed, List<(TextSpan Span, string Type)> Wrong) Add(IEnumerable<(TextSpan Span, string Type)> gold, IEnumerable<(TextSpan Span, string Type)> found)
    {
        HashSet<(TextSpan Span, string Type)> marked = [.. gold];
        HashSet<(TextSpan Span, string Type)> read = [.. found];
        foreach ((TextSpan _, string type) in marked)
        {
            Bump(type, 0, 0, 1);
        }

        foreach ((TextSpan Span, string Type) mention in read)
        {
            Bump(mention.Type, marked.Contains(mention) ? 1 : 0, 1, 0);
        }

        return ([.. marked.Except(read).Order()], [.. read.Except(marked).Order()]);
    }

    public PrecisionRecall Of(string type)
    {
        (long right, long found, long gold) = _counts.GetValueOrDefault(type);
        return PrecisionRecall.FromCounts(right, found, gold);
    }

    public long GoldOf(string type) => _counts.GetValueOrDefault(type).Gold;

    private void Bump(string type, int right, int found, int gold)
    {
        (long Right, long Found, long Gold) = _counts.GetValueOrDefault(type);
        _counts[type] = (Right + right, Found + found, Gold + gold);
    }
}
