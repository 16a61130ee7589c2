using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

/// <summary>Brings together the reports' wordings of one quotation.</summary>
/// <remarks>Candidates share a run of four words that few quotations have; two belong together when most words of the shorter stand alike in the longer.
/// The order of the documents changes nothing. Time grows with the number of quotations and of shared runs, not with its square.</remarks>
public static class QuotationFamilies
{
    private const int GramWords = 4;

    /// <summary>Runs that more quotations share than this are phrases of the trade.</summary>
    private const int MostSharers = 60;

    /// <summary>Shorter quotations are too likely to be alike by chance.</summary>
    private const int FewestWords = 5;
    private const int FewestContentWords = 2;
    private const double LeastContainment = 0.6;

    /// <summary>Of quotations under <see cref="ShortWords"/> words nearly all must agree.</summary>
    private const double LeastContainmentWhenShort = 0.8;
    private const int ShortWords = 8;

    /// <summary>Of a quotation that joins two, this share of its words must stand in them, and so many in each.</summary>
    private const double LeastOfJoined = 0.8;
    private const int FewestJoined = 4;

    /// <param name="Order">Its place among the document's quotations: one attribution may hold several.</param>
    private sealed record Quoted(Document Document, int Attribution, Attribution Found, int Order, ImmutableArray<TextSpan> Spans, List<QuotedWord> Words);

    public static ImmutableArray<QuotationFamily> Build(IReadOnlyList<(Document Document, ImmutableArray<Attribution> Attributions)> documents)
    {
        List<Quoted> quoted = Collect(documents);
        int[] root = [.. Enumerable.Range(0, quoted.Count)];
        foreach ((int a, int b) in Candidates(quoted))
        {
            int left = Find(root, a), right = Find(root, b);
            if (left != right && Belong(quoted[a], quoted[b]))
            {
                root[Math.Max(left, right)] = Math.Min(left, right);
            }
        }

        SortedDictionary<int, List<Quoted>> groups = [];
        for (int q = 0; q < quoted.Count; q++)
        {
            int r = Find(root, q);
            if (!groups.TryGetValue(r, out List<Quoted>? members))
            {
                groups[r] = members = [];
            }

            members.Add(quoted[q]);
        }

        ImmutableArray<QuotationFamily>.Builder families = ImmutableArray.CreateBuilder<QuotationFamily>();
        foreach (List<Quoted> members in groups.Values)
        {
            if (members.Exists(m => m.Document.Id != members[0].Document.Id))
            {
                families.Add(Describe("q" + (families.Count + 1), members));
            }
        }

        return families.ToImmutable();
    }

    /// <summary>By document id, then by place: the order everything after rests on.</summary>
    private static List<Quoted> Collect(IReadOnlyList<(Document Document, ImmutableArray<Attribution> Attributions)> documents)
    {
        List<Quoted> quoted = [];
        foreach ((Document document, ImmutableArray<Attribution> attributions) in documents.OrderBy(d => d.Document.Id, StringComparer.Ordinal).ThenBy(d => d.Document.Sha256, StringComparer.Ordinal))
        {
            int order = 0;
            foreach ((int i, ImmutableArray<TextSpan> spans) in attributions.SelectMany((a, i) => a.Quotations.Select(spans => (i, spans))).OrderBy(q => q.spans[0]).ThenByDescending(q => q.spans[^1].End))
            {
                List<QuotedWord> words = QuotedWord.Of(document.Text, spans);
                if (words.Count >= FewestWords && words.Count(w => w.IsContent) >= FewestContentWords)
                {
                    quoted.Add(new Quoted(document, i, attributions[i], order++, spans, words));
                }
            }
        }

        return quoted;
    }

    private static List<(int A, int B)> Candidates(List<Quoted> quoted)
    {
        Dictionary<(string, string, string, string), List<int>> index = [];
        HashSet<(int, int)> seen = [];
        List<(int, int)> pairs = [];
        for (int q = 0; q < quoted.Count; q++)
        {
            List<QuotedWord> words = quoted[q].Words;
            for (int w = 0; w + GramWords <= words.Count; w++)
            {
                (string, string, string, string) gram = (words[w].Folded, words[w + 1].Folded, words[w + 2].Folded, words[w + 3].Folded);
                if (!index.TryGetValue(gram, out List<int>? sharers))
                {
                    index[gram] = sharers = [];
                }

                if (sharers.Count > 0 && sharers[^1] == q)
                {
                    continue;
                }

                sharers.Add(q);
            }
        }

        // Read back per quotation, so that the order of pairs never rests on the dictionary's.
        for (int q = 0; q < quoted.Count; q++)
        {
            List<QuotedWord> words = quoted[q].Words;
            for (int w = 0; w + GramWords <= words.Count; w++)
            {
                List<int> sharers = index[(words[w].Folded, words[w + 1].Folded, words[w + 2].Folded, words[w + 3].Folded)];
                if (sharers.Count > MostSharers)
                {
                    // Copies of one quotation are joined through their neighbour in the list.
                    int at = sharers.BinarySearch(q);
                    if (at > 0 && seen.Add((sharers[at - 1], q)))
                    {
                        pairs.Add((sharers[at - 1], q));
                    }

                    continue;
                }

                foreach (int other in sharers)
                {
                    if (other < q && quoted[other].Document.Id != quoted[q].Document.Id && seen.Add((other, q)))
                    {
                        pairs.Add((other, q));
                    }
                }
            }
        }

        return pairs;
    }

    private static bool Belong(Quoted a, Quoted b)
    {
        QuotationComparison comparison = QuotationComparison.Compare(a.Document.Text, a.Words, b.Document.Text, b.Words);
        int shorter = Math.Min(a.Words.Count, b.Words.Count);
        return comparison.Containment >= (shorter < ShortWords ? LeastContainmentWhenShort : LeastContainment);
    }

    private static int Find(int[] root, int q)
    {
        while (root[q] != q)
        {
            root[q] = root[root[q]];
            q = root[q];
        }

        return q;
    }

    private static QuotationFamily Describe(string id, List<Quoted> members)
    {
        // The earliest dated report is what the others are held against; where none is dated, the first by id.
        List<Quoted> order = [.. members.OrderBy(m => m.Document.Published?.Latest ?? DateTime.MaxValue).ThenBy(m => m.Document.Id, StringComparer.Ordinal).ThenBy(m => m.Order)];
        SpeakerVote vote = SpeakerCount.Of([.. order.Select(m => (m.Document, StatedSpeaker.TryFind(m.Document, m.Attribution, m.Found)))]);
        Quoted? byPronoun = order.Find(m => m.Found is { SourceKind: SourceKind.Pronoun, Nested: null } && StatedSpeaker.TryFind(m.Document, m.Attribution, m.Found) is not null);
        string? pronoun = byPronoun is null ? null : StatedSpeaker.Words(byPronoun.Document, byPronoun.Found.Source);

        ImmutableArray<QuotationEdit>.Builder edits = ImmutableArray.CreateBuilder<QuotationEdit>();
        for (int m = 1; m < order.Count; m++)
        {
            AddEdits(order, m, edits);
        }

        AddJoins(order, edits);

        return new QuotationFamily(id, SpeakerOf(vote), pronoun,
            [.. order.Select(m => new QuotationVariant(m.Document.Id, m.Attribution, m.Spans, string.Join(" ", m.Spans.Select(s => s.Of(m.Document.Text)))))],
            edits.ToImmutable())
        {
            Vote = vote,
        };
    }

    private static string? SpeakerOf(SpeakerVote vote) => vote.Standing switch
    {
        SpeakerStanding.Named => vote.Winner!.Name,
        SpeakerStanding.AsStated => vote.Unnamed.FirstOrDefault(m => m.Kind != SourceKind.Pronoun)?.Words,
        _ => null,
    };

    private static void AddEdits(List<Quoted> order, int m, ImmutableArray<QuotationEdit>.Builder edits)
    {
        Quoted variant = order[m];
        QuotationComparison? best = null;
        Quoted? against = null;
        // Against the reference's own wording if they overlap, else the first that does.
        for (int k = 0; k < m && best is null; k++)
        {
            if (order[k].Document.Id == variant.Document.Id)
            {
                continue;
            }

            QuotationComparison comparison = QuotationComparison.CompareWhole(order[k].Document.Text, order[k].Words, variant.Document.Text, variant.Words);
            if (comparison.Containment >= LeastContainment)
            {
                (best, against) = (comparison, order[k]);
            }
        }

        if (best is null || against is null)
        {
            return;
        }

        foreach (WordEdit edit in best.Edits)
        {
            edits.Add(new QuotationEdit(against.Document.Id, variant.Document.Id, edit.Kind, edit.MeaningBearing, edit.From, edit.To, edit.FromSpan, edit.ToSpan));
        }
    }

    /// <summary>Two quotations of one report that stand as a single one in another. Said once, that is a remark; with words between them silently dropped it is more.</summary>
    private static void AddJoins(List<Quoted> order, ImmutableArray<QuotationEdit>.Builder edits)
    {
        Quoted[][] reports = [.. order.GroupBy(m => m.Document.Id, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.OrderBy(p => p.Order).ToArray())];
        foreach (Quoted whole in order)
        {
            // Against the first report that has them apart, as other edits are; copies of it would say the same once more.
            foreach (Quoted[] parts in reports)
            {
                QuotationEdit[] joins = [.. Enumerable.Range(1, parts.Length - 1).Select(p => TryJoin(parts[p - 1], parts[p], whole)).OfType<QuotationEdit>()];
                if (joins.Length > 0)
                {
                    edits.AddRange(joins);
                    break;
                }
            }
        }
    }

    private static QuotationEdit? TryJoin(Quoted one, Quoted next, Quoted whole)
    {
        // One inside the other is no sequence; and what is hardly longer than one of them does not hold both.
        if (one.Document.Id == whole.Document.Id || one.Words[^1].Span.End > next.Words[0].Span.Start
            || whole.Words.Count < LeastOfJoined * Math.Max(one.Words.Count, next.Words.Count) + FewestJoined)
        {
            return null;
        }

        QuotationComparison comparison = QuotationComparison.Compare(one.Document.Text, [.. one.Words, .. next.Words], whole.Document.Text, whole.Words);
        if (comparison.Containment < LeastOfJoined || SharedWith(one, whole) < FewestJoined || SharedWith(next, whole) < FewestJoined
            || comparison.FirstSpan.Start >= one.Words[^1].Span.End || comparison.FirstSpan.End <= next.Words[0].Span.Start)
        {
            return null;
        }

        TextSpan seam = new(one.Words[^1].Span.Start, next.Words[0].Span.End);
        bool isCut = comparison.Edits.Any(e => e is { MeaningBearing: true, To.Length: 0 } && e.FromSpan.Start < seam.End && seam.Start < e.FromSpan.End);
        TextSpan from = new(one.Words[0].Span.Start, next.Words[^1].Span.End), to = new(whole.Words[0].Span.Start, whole.Words[^1].Span.End);
        return new QuotationEdit(one.Document.Id, whole.Document.Id, EditKind.Joined, isCut, from.Of(one.Document.Text), to.Of(whole.Document.Text), from, to);
    }

    private static int SharedWith(Quoted part, Quoted whole) => QuotationComparison.Compare(part.Document.Text, part.Words, whole.Document.Text, whole.Words).SharedWords;
}
