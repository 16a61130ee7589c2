using Entente.Analysis.Text;

namespace Entente.Analysis.Entities;

/// <summary>Labels the tokens of a document with a <see cref="MentionModel"/>: once by themselves, then with what the first pass made of the same words elsewhere in the document.</summary>
/// <remarks>The second pass follows Krishnan and Manning 2006 ("An Effective Two-Stage Model for Exploiting Non-Local Dependencies in Named Entity Recognition").
/// Viterbi decoding; linear in the tokens. Holds its working memory: one for each thread.</remarks>
internal sealed class MentionTagger(MentionModel model)
{
    private const short Rare = 12;
    private const short ListedWord = 24;
    private const short ListedName = 50;

    private readonly ulong[] _features = new ulong[MentionFeatures.Most];
    private short[] _scores = [];
    private byte[] _back = [];

    /// <param name="allowed">For each token the labels it may get, as bits; empty for any.</param>
    public byte[] Label(NameEvidence evidence, WordMemory memory, ReadOnlySpan<ulong> allowed = default)
    {
        int n = evidence.Document.Tokens.Length;
        byte[] labels = new byte[n];
        if (_scores.Length < n * MentionModel.Width)
        {
            _scores = new short[n * MentionModel.Width];
            _back = new byte[n * MentionLabels.Count];
        }

        Span<short> scores = _scores.AsSpan(0, n * MentionModel.Width);
        scores.Clear();
        for (int s = 0; s < evidence.Document.Sentences.Length; s++)
        {
            Sentence sentence = evidence.Document.Sentences[s];
            for (int t = sentence.FirstToken; t < sentence.FirstToken + sentence.TokenCount; t++)
            {
                int count = MentionFeatures.Write(evidence, memory, s, t, _features);
                model.Add(_features.AsSpan(0, count), scores.Slice(t * MentionModel.Width, MentionModel.Width));
                Lean(evidence, memory, t, scores.Slice(t * MentionModel.Width, MentionLabels.Count));
                if (!allowed.IsEmpty)
                {
                    Forbid(scores.Slice(t * MentionModel.Width, MentionLabels.Count), allowed[t]);
                }
            }

            Decode(sentence, scores, labels);
        }

        EarlierLabels earlier = EarlierLabels.Of(evidence, labels);
        for (int s = 0; s < evidence.Document.Sentences.Length; s++)
        {
            Sentence sentence = evidence.Document.Sentences[s];
            bool changed = false;
            for (int t = sentence.FirstToken; t < sentence.FirstToken + sentence.TokenCount; t++)
            {
                int count = MentionFeatures.WriteSecond(evidence, s, t, earlier, _features);
                if (count > 0)
                {
                    model.Add(_features.AsSpan(0, count), scores.Slice(t * MentionModel.Width, MentionModel.Width));
                    changed = true;
                }
            }

            if (changed)
            {
                Decode(sentence, scores, labels);
            }
        }

        return labels;
    }

    /// <summary>Leans the scores of a token towards what the gazetteers list it as, where they list it as one thing alone.</summary>
    /// <remarks>Few listed names occur in the training texts, and a model that saw some of them hidden trusts the lists less than news can. The numbers are weights of 1/<see cref="MentionModel.Unit"/>.</remarks>
    private static void Lean(NameEvidence evidence, WordMemory memory, int t, Span<short> scores)
    {
        for (EntityType type = EntityType.Event; type <= EntityType.Other; type++)
        {
            scores.Slice(MentionLabels.Begin(type), 4)[0] -= Rare;
            scores[MentionLabels.Single(type)] -= Rare;
        }

        const WordMemory.Traits OfPersons = WordMemory.Traits.AfterTitle | WordMemory.Traits.AfterGivenName | WordMemory.Traits.BeforeSurname | WordMemory.Traits.EndsPerson;
        EntityType whole = TypeOf(evidence.Whole[t], single: (memory.Of(evidence.Keys[t]) & OfPersons) != 0);
        if (whole != EntityType.None)
        {
            scores[MentionLabels.Single(whole)] += ListedWord;
        }

        EntityType starting = TypeOf(evidence.Starting[t], single: false), ending = TypeOf(evidence.Ending[t], single: false);
        if (starting != EntityType.None)
        {
            scores[MentionLabels.Begin(starting)] += ListedName;
        }

        if (ending != EntityType.None)
        {
            scores[MentionLabels.End(ending)] += ListedName;
        }
    }

    private static EntityType TypeOf(NameKinds kinds, bool single)
    {
        const NameKinds Places = NameKinds.Country | NameKinds.Capital;
        const NameKinds Bodies = NameKinds.Body | NameKinds.Outlet;
        const NameKinds Groups = NameKinds.Demonym | NameKinds.People;
        bool person = single && (kinds & (NameKinds.GivenName | NameKinds.Surname)) != 0;
        return (kinds & Groups) != 0 && (kinds & (Places | Bodies)) == 0 && !person ? EntityType.Group
            : (kinds & Places) != 0 && (kinds & Bodies) == 0 && !person ? EntityType.Place
            : (kinds & Bodies) != 0 && (kinds & (Places | Groups)) == 0 && !person ? EntityType.Organisation
            : EntityType.None;
    }

    private static void Forbid(Span<short> scores, ulong allowed)
    {
        for (int l = 0; l < scores.Length; l++)
        {
            scores[l] = (allowed >> l & 1) != 0 ? scores[l] : (short)-12000;
        }
    }

    private void Decode(Sentence sentence, ReadOnlySpan<short> scores, Span<byte> labels)
    {
        const int N = MentionLabels.Count;
        Span<int> best = stackalloc int[N];
        Span<int> next = stackalloc int[N];
        int first = sentence.FirstToken;
        int end = first + sentence.TokenCount;
        if (first == end)
        {
            return;
        }

        for (int l = 0; l < N; l++)
        {
            best[l] = l == 0 || MentionLabels.Opens((byte)l) ? scores[(first * MentionModel.Width) + l] : int.MinValue / 2;
        }

        for (int t = first + 1; t < end; t++)
        {
            ReadOnlySpan<short> here = scores.Slice(t * MentionModel.Width, N);
            Span<byte> back = _back.AsSpan(t * N, N);
            for (int l = 0; l < N; l++)
            {
                int most = int.MinValue;
                int from = 0;
                if (l == 0 || MentionLabels.Opens((byte)l))
                {
                    // Outside, or an end or whole: 0, 3, 4, 7, 8 …
                    most = best[0] + model.Transition(0, l);
                    for (int p = 3; p < N; p += (p & 3) == 3 ? 1 : 3)
                    {
                        int score = best[p] + model.Transition(p, l);
                        if (score > most)
                        {
                            most = score;
                            from = p;
                        }
                    }
                }
                else
                {
                    int begin = l - ((l - 1) & 3);
                    most = best[begin] + model.Transition(begin, l);
                    from = begin;
                    int inside = best[begin + 1] + model.Transition(begin + 1, l);
                    if (inside > most)
                    {
                        most = inside;
                        from = begin + 1;
                    }
                }

                next[l] = most + here[l];
                back[l] = (byte)from;
            }

            next.CopyTo(best);
        }

        int last = 0;
        for (int l = 1; l < N; l++)
        {
            if (MentionLabels.Closes((byte)l) && best[l] > best[last])
            {
                last = l;
            }
        }

        for (int t = end - 1; t >= first; t--)
        {
            labels[t] = (byte)last;
            last = t > first ? _back[(t * N) + last] : 0;
        }
    }
}
