using Entente.Analysis.Entities;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;

namespace Entente.Tools.TrainEntities;

/// <summary>A text made ready: its evidence, and for each token the labels its corpus allows, as bits.</summary>
internal sealed class TrainingText
{
    public const ulong AllLabels = (1UL << MentionLabels.Count) - 1;

    public TrainingText(AnnotatedText text, SyntaxParser parser, Gazetteer gazetteer, Predicate<ulong>? hidden = null)
    {
        Id = text.Id;
        TokenizedDocument document = Tokenizer.Tokenize(text.ToDocument());
        NameEvidence known = new(parser.Parse(document, static (_, _) => false), gazetteer);
        Evidence = hidden is null ? known : new NameEvidence(parser.Parse(document, static (_, _) => false), gazetteer, hidden);
        Memory = new WordMemory(Evidence);
        Allowed = new ulong[document.Tokens.Length];
        Fill(text, document, known);
    }

    public string Id { get; }

    public NameEvidence Evidence { get; }

    public WordMemory Memory { get; }

    public ulong[] Allowed { get; }

    /// <summary>Takes a model's labels where the corpus leaves the choice.</summary>
    public void Complete(ReadOnlySpan<byte> labels)
    {
        for (int t = 0; t < Allowed.Length; t++)
        {
            Allowed[t] = 1UL << labels[t];
        }
    }

    /// <summary>Sentences of which something is known.</summary>
    public IEnumerable<int> Told()
    {
        for (int s = 0; s < Evidence.Document.Sentences.Length; s++)
        {
            Sentence sentence = Evidence.Document.Sentences[s];
            ReadOnlySpan<ulong> allowed = Allowed.AsSpan(sentence.FirstToken, sentence.TokenCount);
            if (sentence.TokenCount > 0 && allowed.ContainsAnyExcept(AllLabels))
            {
                yield return s;
            }
        }
    }

    private void Fill(AnnotatedText text, TokenizedDocument document, NameEvidence evidence)
    {
        ulong unmarked = Labels(text.Unmarked) | 1;
        for (int t = 0; t < Allowed.Length; t++)
        {
            Allowed[t] = NameEvidence.IsCapital(evidence.Shapes[t]) ? unmarked : 1;
        }

        bool[] taken = new bool[Allowed.Length];
        foreach (MarkedName name in text.Names)
        {
            (int first, int end) = Tokens(document, name.Span);
            TypeSet types = name.Types;
            if (types == TypeSet.Person)
            {
                int name1 = NameOf(evidence, first, end);
                for (int t = first; t < name1; t++)
                {
                    taken[t] = true;
                    Allowed[t] = NameEvidence.IsCapital(evidence.Shapes[t]) && (evidence.Whole[t] & (NameKinds.Title | NameKinds.PersonNoun)) == 0 ? AllLabels : 1;
                }

                first = name1;
            }

            if ((types & (TypeSet.Place | TypeSet.Facility)) == (TypeSet.Place | TypeSet.Facility) && end > first)
            {
                types = (evidence.Whole[end - 1] & NameKinds.FacilityNoun) != 0 && end - first > 1 ? TypeSet.Facility : types == (TypeSet.Place | TypeSet.Facility) ? TypeSet.Place : types;
            }

            const NameKinds Peoples = NameKinds.Demonym | NameKinds.People;
            if ((types & (TypeSet.Group | TypeSet.Person | TypeSet.Place)) != 0 && end > first && (((end - first == 1 ? evidence.Whole[first] : evidence.Starting[first] & evidence.Ending[end - 1]) & Peoples) != 0) && ((end - first == 1 ? evidence.Whole[first] & NameKinds.Country : 0) == 0))
            {
                types = TypeSet.Group;
            }

            if (end <= first || types == TypeSet.None)
            {
                continue;
            }

            for (int t = first; t < end; t++)
            {
                taken[t] = true;
                ulong allowed = 0;
                for (EntityType type = EntityType.Person; type <= EntityType.Other; type++)
                {
                    if ((types & (TypeSet)(1 << (int)type)) != 0)
                    {
                        allowed |= 1UL << (end - first == 1 ? MentionLabels.Single(type) : t == first ? MentionLabels.Begin(type) : t == end - 1 ? MentionLabels.End(type) : MentionLabels.Inside(type));
                    }
                }

                Allowed[t] = allowed;
            }
        }

        foreach (TextSpan span in text.Unknown)
        {
            (int first, int end) = Tokens(document, span);
            for (int t = first; t < end; t++)
            {
                Allowed[t] = taken[t] ? Allowed[t] : AllLabels;
                taken[t] = true;
            }
        }

        // Peoples are known by list: no corpus here marks them as such.
        for (int t = 0; t < Allowed.Length; t++)
        {
            if (taken[t] || !NameEvidence.IsCapital(evidence.Shapes[t]) || text.Unmarked == TypeSet.Any)
            {
                continue;
            }

            if (t + 1 < Allowed.Length && (evidence.Starting[t] & NameKinds.People) != 0 && (evidence.Ending[t + 1] & NameKinds.People) != 0 && !taken[t + 1])
            {
                Allowed[t] = 1UL << MentionLabels.Begin(EntityType.Group);
                Allowed[t + 1] = 1UL << MentionLabels.End(EntityType.Group);
                t++;
            }
            else if ((evidence.Whole[t] & (NameKinds.Demonym | NameKinds.People)) != 0)
            {
                Allowed[t] = 1UL << MentionLabels.Single(EntityType.Group);
            }
        }

        // A sentence's labels must allow one path at least.
        foreach (Sentence sentence in document.Sentences)
        {
            if (!HasPath(sentence))
            {
                Allowed.AsSpan(sentence.FirstToken, sentence.TokenCount).Fill(AllLabels);
            }
        }
    }

    /// <summary>Where a person's name begins after the offices before it: "Prime Minister Ana Roth", "the firm's head"; <paramref name="end"/> where there is no name.</summary>
    private static int NameOf(NameEvidence evidence, int first, int end)
    {
        const NameKinds Offices = NameKinds.Title | NameKinds.PersonNoun;
        int name = first;
        for (int t = first; t < end; t++)
        {
            if (evidence.Form(t) is "of")
            {
                return end;
            }

            bool office = (evidence.Whole[t] & Offices) != 0 && (evidence.Whole[t] & (NameKinds.GivenName | NameKinds.Surname)) == 0;
            bool title = (evidence.Whole[t] & NameKinds.Title) != 0 && t == name;
            if (office || title || (t == name && evidence.Form(t) is "." or "-" or "the" or "The"))
            {
                name = t + 1;
            }
        }

        return name;
    }

    private bool HasPath(Sentence sentence)
    {
        ulong open = AllLabels;
        for (int i = 0; i < sentence.TokenCount; i++)
        {
            ulong here = 0;
            for (byte label = 0; label < MentionLabels.Count; label++)
            {
                if ((Allowed[sentence.FirstToken + i] >> label & 1) == 0)
                {
                    continue;
                }

                if (i == 0)
                {
                    here |= label == 0 || MentionLabels.Opens(label) ? 1UL << label : 0;
                    continue;
                }

                for (byte before = 0; before < MentionLabels.Count; before++)
                {
                    if ((open >> before & 1) != 0 && MentionLabels.MayFollow(before, label))
                    {
                        here |= 1UL << label;
                        break;
                    }
                }
            }

            open = here;
        }

        for (byte label = 0; label < MentionLabels.Count; label++)
        {
            if ((open >> label & 1) != 0 && (label == 0 || MentionLabels.Closes(label)))
            {
                return true;
            }
        }

        return false;
    }

    private static (int First, int End) Tokens(TokenizedDocument document, TextSpan span)
    {
        int low = 0, high = document.Tokens.Length;
        while (low < high)
        {
            int mid = (low + high) / 2;
            if (document.Tokens[mid].End <= span.Start)
            {
                low = mid + 1;
            }
            else
            {
                high = mid;
            }
        }

        int end = low;
        while (end < document.Tokens.Length && document.Tokens[end].Start < span.End)
        {
            end++;
        }

        return (low, end);
    }

    private static ulong Labels(TypeSet types)
    {
        ulong labels = 0;
        for (EntityType type = EntityType.Person; type <= EntityType.Other; type++)
        {
            if ((types & (TypeSet)(1 << (int)type)) != 0)
            {
                labels |= 15UL << MentionLabels.Begin(type);
            }
        }

        return labels;
    }
}
