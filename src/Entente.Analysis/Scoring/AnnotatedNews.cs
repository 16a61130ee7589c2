using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Scoring;

/// <summary>A report of a corpus that marks what is mentioned and which mentions mean the same.</summary>
/// <param name="Topic">Reports of one topic may mention the same things; those of different topics are not compared.</param>
/// <param name="Sentences">The tokens of each sentence.</param>
public sealed record AnnotatedNews(string Id, string Topic, IReadOnlyList<IReadOnlyList<string>> Sentences, IReadOnlyList<AnnotatedMention> Mentions)
{
    /// <summary>The report as running text, with the mentions that are no events.</summary>
    public (Document Document, ImmutableArray<(TextSpan Span, string Chain)> Entities) Entities()
    {
        (Document document, List<List<TextSpan>> places) = ToDocument();
        return (document,
        [
            .. Mentions.Where(m => !m.Type.Contains("ACTION", StringComparison.Ordinal))
                .Select(m => (new TextSpan(places[m.Sentence][m.Tokens[0]].Start, places[m.Sentence][m.Tokens[^1]].End), m.Chain)),
        ]);
    }

    /// <summary>The report as running text, and where each of its tokens stands there.</summary>
    public (Document Document, List<List<TextSpan>> Places) ToDocument()
    {
        TokenJoiner joiner = new();
        List<List<TextSpan>> places = [];
        foreach (IReadOnlyList<string> sentence in Sentences)
        {
            places.Add([.. sentence.Select((token, i) => joiner.Add(token, i + 1 < sentence.Count ? sentence[i + 1] : null))]);
            joiner.EndSentence();
        }

        Document document = new()
        {
            Id = Id,
            Sha256 = "",
            Text = joiner.Text,
            Language = "en",
            Blocks = [.. joiner.Sentences.Select(s => new Block(BlockKind.Body, s))],
        };
        return (document, places);
    }
}

/// <summary>A mention by sentence and tokens.</summary>
/// <param name="Tokens">In order; they need not be next to each other.</param>
/// <param name="Type">As the corpus calls it.</param>
/// <param name="Head">The token that says what is mentioned; -1 where the corpus does not tell.</param>
/// <param name="Chain">Mentions with the same chain mean the same, across the reports of a topic.</param>
public sealed record AnnotatedMention(int Sentence, IReadOnlyList<int> Tokens, string Type, int Head, string Chain);
