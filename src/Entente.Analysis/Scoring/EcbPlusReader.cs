using System.Xml;
using System.Xml.Linq;

namespace Entente.Analysis.Scoring;

/// <summary>Reads reports of the EventCorefBank+ in the XML of its release (Cybulska and Vossen 2014).</summary>
public static class EcbPlusReader
{
    /// <summary>Reads one report.</summary>
    /// <param name="topic">The folder it stands in.</param>
    /// <exception cref="XmlException">The stream is not XML.</exception>
    /// <remarks>Chains are the instances named across documents; a chain inside one document and a mention in none stand for themselves.</remarks>
    public static AnnotatedNews Read(Stream xml, string id, string topic)
    {
        using XmlReader reader = XmlReader.Create(xml, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        XElement root = XDocument.Load(reader).Root!;
        List<List<string>> sentences = [];
        Dictionary<string, (int Sentence, int Index)> places = [];
        string? current = null;
        foreach (XElement token in root.Elements("token"))
        {
            string sentence = (string?)token.Attribute("sentence") ?? "";
            if (sentence != current)
            {
                sentences.Add([]);
                current = sentence;
            }

            places[(string?)token.Attribute("t_id") ?? ""] = (sentences.Count - 1, sentences[^1].Count);
            sentences[^1].Add(token.Value.Length == 0 ? "_" : token.Value);
        }

        Dictionary<string, string> chains = Chains(root.Element("Relations"), id);
        List<AnnotatedMention> mentions = [];
        foreach (XElement mark in root.Element("Markables")?.Elements() ?? [])
        {
            List<(int Sentence, int Index)> at = [];
            foreach (XElement anchor in mark.Elements("token_anchor"))
            {
                if (places.TryGetValue((string?)anchor.Attribute("t_id") ?? "", out (int Sentence, int Index) place))
                {
                    at.Add(place);
                }
            }

            if (at.Count > 0)
            {
                string number = (string?)mark.Attribute("m_id") ?? "";
                int sentence = at[0].Sentence;
                mentions.Add(new AnnotatedMention(
                    sentence,
                    [.. at.Where(a => a.Sentence == sentence).Select(a => a.Index).Order()],
                    mark.Name.LocalName,
                    -1,
                    chains.GetValueOrDefault(number, $"{id}/{number}")));
            }
        }

        return new AnnotatedNews(id, topic, sentences, mentions);
    }

    private static Dictionary<string, string> Chains(XElement? relations, string id)
    {
        Dictionary<string, string> chains = [];
        foreach (XElement relation in relations?.Elements() ?? [])
        {
            string chain = (string?)relation.Attribute("note") is { Length: > 0 } note && relation.Name.LocalName == "CROSS_DOC_COREF" ? note : $"{id}/r{(string?)relation.Attribute("r_id")}";
            foreach (XElement source in relation.Elements("source"))
            {
                chains[(string?)source.Attribute("m_id") ?? ""] = chain;
            }
        }

        return chains;
    }
}
