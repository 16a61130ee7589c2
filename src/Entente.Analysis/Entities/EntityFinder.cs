using System.Collections.Immutable;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;

namespace Entente.Analysis.Entities;

/// <summary>Finds what a document mentions by name, and puts the names, descriptions and pronouns that mean the same together.</summary>
/// <remarks>
/// Names are joined by what they show themselves, each rule stricter than a reader; pronouns and definite descriptions go to the earlier mention a learned model finds likeliest, or to none.
/// A thing never named is no entity. Holds its working memory: one for each thread. Linear in the tokens but for names compared with one another.
/// </remarks>
public sealed class EntityFinder(MentionModel model)
{
    /// <summary>A pronoun or description is linked only where the antecedent is at least so likely.</summary>
    private const double Likely = 0.55;

    private readonly MentionTagger _tagger = new(model);

    public ImmutableArray<Entity> Find(ParsedDocument parsed)
    {
        NameEvidence evidence = new(parsed, Gazetteer.Shipped);
        byte[] labels = _tagger.Label(evidence, new WordMemory(evidence));
        LabelledNames.Revise(evidence, labels);
        ImmutableArray<EntityMention> names = LabelledNames.Read(parsed.Document, labels);
        if (names.IsEmpty)
        {
            return [];
        }

        List<MentionedThing> mentions = Mentions(parsed, evidence, labels, names);
        NameChains chains = new(parsed.Document.Document.Text);
        int[] chainOf = new int[mentions.Count];
        LinkReason[] reasons = new LinkReason[mentions.Count];
        double[] doubts = new double[mentions.Count];
        AntecedentFinder antecedents = new(mentions);
        for (int m = 0; m < mentions.Count; m++)
        {
            if (mentions[m].Kind == MentionKind.Name)
            {
                (chainOf[m], reasons[m], doubts[m]) = chains.Add(mentions[m]);
                continue;
            }

            (int antecedent, double probability) = antecedents.Find(m, LinkModel.Antecedents);
            chainOf[m] = antecedent >= 0 && probability >= Likely ? chainOf[antecedent] : -1;
            reasons[m] = mentions[m].Kind == MentionKind.Pronoun ? LinkReason.Pronoun : LinkReason.Description;
            doubts[m] = Math.Round(1 - probability, 2);
        }

        return Entities(parsed.Document.Document.Text, mentions, chains, chainOf, reasons, doubts);
    }

    private static ImmutableArray<Entity> Entities(string text, List<MentionedThing> mentions, NameChains chains, int[] chainOf, LinkReason[] reasons, double[] doubts)
    {
        ImmutableArray<Entity>.Builder entities = ImmutableArray.CreateBuilder<Entity>();
        foreach (IGrouping<int, int> chain in Enumerable.Range(0, mentions.Count).Where(m => chainOf[m] >= 0).GroupBy(m => chainOf[m]))
        {
            List<string> names = [];
            foreach (int m in chain.Where(m => mentions[m].Kind == MentionKind.Name))
            {
                string name = NameChains.NameOf(mentions[m], text);
                if (!names.Contains(name, StringComparer.Ordinal))
                {
                    names.Add(name);
                }
            }

            string fullest = names.OrderByDescending(n => n.Length).ThenBy(n => n, StringComparer.Ordinal).First();
            entities.Add(new Entity(
                $"e{entities.Count + 1}",
                chains.TypeOf(chain.Key),
                fullest,
                [.. names.Where(n => n != fullest)],
                [.. chain.Select(m => new LinkedMention(mentions[m].Span, mentions[m].Kind, reasons[m], doubts[m]))]));
        }

        return entities.ToImmutable();
    }

    /// <summary>Names, and the pronouns and definite descriptions that may mean one of them, in the order of the text.</summary>
    private static List<MentionedThing> Mentions(ParsedDocument parsed, NameEvidence evidence, byte[] labels, ImmutableArray<EntityMention> names)
    {
        List<MentionedThing> mentions = [];
        int next = 0;
        for (int s = 0; s < parsed.Document.Sentences.Length; s++)
        {
            Sentence sentence = parsed.Document.Sentences[s];
            int end = sentence.FirstToken + sentence.TokenCount;
            for (int t = sentence.FirstToken; t < end; t++)
            {
                if (next < names.Length && names[next].FirstToken == t)
                {
                    Add(names[next].EndToken);
                    t = names[next++].EndToken - 1;
                }
                else if (IsPronoun(evidence.Form(t), parsed.PennTags[t]))
                {
                    Add(t + 1);
                }
                else if (DescriptionEnd(parsed, evidence, labels, t, end) is int to and > 0)
                {
                    Add(to);
                    t = to - 1;
                }

                void Add(int to)
                {
                    if (MentionReader.Read(parsed, evidence, labels, 0, s, t, to) is { } thing)
                    {
                        mentions.Add(thing);
                    }
                }
            }
        }

        return mentions;
    }

    private static bool IsPronoun(ReadOnlySpan<char> form, PennTag tag) => tag is PennTag.Prp or PennTag.PrpPoss
        && form is "he" or "He" or "him" or "his" or "His" or "himself" or "she" or "She" or "her" or "Her" or "hers" or "herself" or "they" or "They" or "them" or "their" or "Their" or "it" or "It" or "its" or "Its";

    /// <summary>The end of a description that begins at <paramref name="first"/>: "the" or "that", words, a noun for a person, body or building; 0 for none.</summary>
    private static int DescriptionEnd(ParsedDocument parsed, NameEvidence evidence, ReadOnlySpan<byte> labels, int first, int end)
    {
        const int Longest = 4;
        if (parsed.PennTags[first] != PennTag.Dt || !(evidence.Form(first) is "the" or "The" or "that" or "That" or "this" or "This"))
        {
            return 0;
        }

        int t = first + 1;
        while (t < end && t - first <= Longest && labels[t] == 0 && parsed.PennTags[t] is PennTag.Jj or PennTag.Nn or PennTag.Nns)
        {
            t++;
        }

        const NameKinds Things = NameKinds.PersonNoun | NameKinds.OrganisationNoun | NameKinds.FacilityNoun;
        bool followed = t < end && (parsed.PennTags[t] is PennTag.Nnp or PennTag.Nnps || labels[t] != 0 || evidence.Form(t) is "of");
        return t > first + 1 && !followed && parsed.PennTags[t - 1] is PennTag.Nn or PennTag.Nns && (evidence.Whole[t - 1] & Things) != 0 ? t : 0;
    }
}
