using System.Globalization;
using System.Text.Json;

namespace Entente.Analysis.Scoring;

/// <summary>Reads the entities of MEANTIME (Minard et al. 2016) as published in tables: one JSON list of mentions, one file of tokens.</summary>
public static class MeantimeReader
{
    /// <param name="tokens">Lines of document, sentence, token number and token, parted by tabs.</param>
    /// <param name="mentions">The list of mentions.</param>
    /// <exception cref="JsonException"><paramref name="mentions"/> is not JSON.</exception>
    public static IReadOnlyList<AnnotatedNews> Read(TextReader tokens, Stream mentions)
    {
        SortedDictionary<string, List<(string Number, List<string> Forms)>> texts = new(StringComparer.Ordinal);
        while (tokens.ReadLine() is { } line)
        {
            string[] cells = line.Split('\t');
            if (cells.Length < 4 || line[0] == '#')
            {
                continue;
            }

            if (!texts.TryGetValue(cells[0], out List<(string Number, List<string> Forms)>? sentences))
            {
                texts[cells[0]] = sentences = [];
            }

            if (sentences.Count == 0 || sentences[^1].Number != cells[1])
            {
                sentences.Add((cells[1], []));
            }

            sentences[^1].Forms.Add(cells[3]);
        }

        using JsonDocument json = JsonDocument.Parse(mentions);
        ILookup<string, JsonElement> marked = json.RootElement.EnumerateArray().ToLookup(m => m.GetProperty("conll_doc_key").GetString()!);
        return [.. texts.Select(text => new AnnotatedNews(text.Key, text.Key.Split('/')[0], [.. text.Value.Select(s => s.Forms)], [.. marked[text.Key].Select(m => Mention(m, text.Value)).OfType<AnnotatedMention>()]))];
    }

    private static AnnotatedMention? Mention(JsonElement mention, List<(string Number, List<string> Forms)> sentences)
    {
        string number = mention.GetProperty("sent_id").GetInt32().ToString(CultureInfo.InvariantCulture);
        int sentence = sentences.FindIndex(s => s.Number == number);
        int[] tokens = [.. mention.GetProperty("tokens_number").EnumerateArray().Select(t => t.GetInt32())];
        return sentence < 0 || tokens.Length == 0 || tokens.Max() >= sentences[sentence].Forms.Count
            ? null
            : new AnnotatedMention(sentence, tokens, mention.GetProperty("mention_type").GetString()!, mention.GetProperty("mention_head_id").GetInt32(), Instance(mention.GetProperty("coref_chain").GetString()!));
    }

    /// <summary>The thing a chain's name stands for: what comes before it ("cross_", "intra_") tells only which kinds of links the table has of it.</summary>
    private static string Instance(string chain) => chain[(chain.LastIndexOf('_') + 1)..];
}
