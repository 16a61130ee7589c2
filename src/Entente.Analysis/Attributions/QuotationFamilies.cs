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
        string? speaker = null, pronoun = null;
        foreach (Quoted member in order)
        {
            if (pronoun is null && member.Found is { SourceKind: SourceKind.Pronoun, Nested: null, Source.Length: > 0 })
            {
                pronoun = member.Found.Source[0].Of(member.Document.Text);
            }

            if (speaker is null && member.Found.SourceKind is not (SourceKind.NotStated or SourceKind.Pronoun) && member.Found.Source.Length > 0)
            {
                speaker = string.Join(' ', member.Found.Source.Select(s => s.Of(member.Document.Text)));
            }
        }

        ImmutableArray<QuotationEdit>.Builder edits = ImmutableArray.CreateBuilder<QuotationEdit>();
        for (int m = 1; m < order.Count; m++)
        {
            AddEdits(order, m, edits);
        }

        AddJoins(order, edits);

        return new QuotationFamily(id, speaker, pronoun,
            [.. order.Select(m => new QuotationVariant(m.Document.Id, m.Attribution, m.Spans, string.Join(" ", m.Spans.Select(s => s.Of(m.Document.Text)))))],
            edits.ToImmutable());
    }

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

            QuotationComparison comparison = QuotationComparison.Compare(order[k].Document.Text, order[k].Words, variant.Document.Text, variant.Words);
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

    /// <summary>Two quotations of one report that stand as a single one in another: said once, so only a remark.</summary>
    private static void AddJoins(List<Quoted> order, ImmutableArray<QuotationEdit>.Builder edits)
    {
        Quoted? second = order.Find(m => order.Exists(o => o.Document.Id == m.Document.Id && o.Order < m.Order));
        if (second is null)
        {
            return;
        }

        Quoted first = order.Find(o => o.Document.Id == second.Document.Id)!;
        TextSpan from = new(first.Spans[0].Start, second.Spans[^1].End);
        foreach (Quoted whole in order)
        {
            if (whole.Document.Id != first.Document.Id && Inside(first, whole) && Inside(second, whole))
            {
                TextSpan to = new(whole.Spans[0].Start, whole.Spans[^1].End);
                edits.Add(new QuotationEdit(first.Document.Id, whole.Document.Id, EditKind.Joined, false, from.Of(first.Document.Text), to.Of(whole.Document.Text), from, to));
            }
        }
    }

    private static bool Inside(Quoted part, Quoted whole) =>
        part.Words.Count <= whole.Words.Count && QuotationComparison.Compare(part.Document.Text, part.Words, whole.Document.Text, whole.Words).Containment >= 0.8;
}
