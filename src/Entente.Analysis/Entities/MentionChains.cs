using System.Collections.Immutable;
using Entente.Analysis.Syntax;

namespace Entente.Analysis.Entities;


/// <summary>Puts given mentions of several documents that mean the same into chains: names, descriptions and pronouns, across the documents.</summary>
public static class MentionChains
{
    /// <summary>For each document and each of its mentions, the number of its chain. Mentions that hold no token stand for themselves.</summary>
    public static ImmutableArray<ImmutableArray<int>> Find(IReadOnlyList<GivenMentions> documents, MentionModel names)
    {
        ArgumentNullException.ThrowIfNull(documents);
        (List<MentionedThing> things, List<(int Document, int Mention)> places, LinkEvidence.Setting setting) = Read(documents, names);
        int[] chains = ChainBuilder.Build(things, LinkModel.Links, setting, LinkModel.Antecedents);
        int alone = things.Count;
        int[][] found = [.. documents.Select(d => d.Mentions.Select(_ => alone++).ToArray())];
        for (int i = 0; i < places.Count; i++)
        {
            found[places[i].Document][places[i].Mention] = chains[i];
        }

        return [.. found.Select(f => f.ToImmutableArray())];
    }

    internal static (List<MentionedThing> Things, List<(int Document, int Mention)> Places, LinkEvidence.Setting Setting) Read(IReadOnlyList<GivenMentions> documents, MentionModel names)
    {
        MentionTagger tagger = new(names);
        MentionedTexts texts = new();
        List<MentionedThing> things = [];
        List<(int Document, int Mention)> places = [];
        for (int d = 0; d < documents.Count; d++)
        {
            ParsedDocument parsed = documents[d].Parsed;
            NameEvidence evidence = new(parsed, Gazetteer.Shipped);
            byte[] labels = tagger.Label(evidence, new WordMemory(evidence));
            int number = texts.Add(parsed, evidence);
            for (int m = 0; m < documents[d].Mentions.Length; m++)
            {
                (int first, int end) = parsed.Document.TokensIn(documents[d].Mentions[m]);
                int sentence = parsed.Document.SentenceOf(first);
                if (sentence >= 0 && MentionReader.Read(parsed, evidence, labels, number, sentence, first, end) is { } thing)
                {
                    things.Add(thing);
                    places.Add((d, m));
                }
            }
        }

        return (things, places, texts.Setting(things));
    }
}
