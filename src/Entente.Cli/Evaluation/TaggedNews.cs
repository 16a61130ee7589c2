using Entente.Analysis.Scoring;
using Entente.Analysis.Text;

namespace Entente.Cli.Evaluation;

/// <summary>A report of one token a line with its label (<c>TOKEN TAB B-Type</c>), an empty line after each sentence, written as running text again.</summary>
internal sealed record TaggedNews(Document Document, IReadOnlyList<(TextSpan Span, string Type)> Names)
{
    public static TaggedNews Read(string file)
    {
        TokenJoiner joiner = new();
        List<(TextSpan Span, string Type)> names = [];
        List<(string Form, string Label)> sentence = [];
        foreach (string line in File.ReadLines(file).Append(""))
        {
            string[] cells = line.Split('\t');
            if (cells[0].Length > 0)
            {
                sentence.Add((cells[0], cells.Length > 1 ? cells[1] : "O"));
                continue;
            }

            Close(sentence, joiner, names);
            sentence.Clear();
        }

        Document document = new()
        {
            Id = Path.GetFileNameWithoutExtension(file),
            Sha256 = "",
            Text = joiner.Text,
            Language = "en",
            Blocks = [.. joiner.Sentences.Select(s => new Block(BlockKind.Body, s))],
        };
        return new TaggedNews(document, names);
    }

    private static void Close(List<(string Form, string Label)> sentence, TokenJoiner joiner, List<(TextSpan Span, string Type)> names)
    {
        string type = "";
        int start = 0, end = 0;
        for (int i = 0; i < sentence.Count; i++)
        {
            (string form, string label) = sentence[i];
            TextSpan span = joiner.Add(form, i + 1 < sentence.Count ? sentence[i + 1].Form : null);
            bool goes = label.Length > 2 && label[0] is 'I' or 'E' && label[2..] == type;
            if (!goes && type.Length > 0)
            {
                names.Add((new TextSpan(start, end), type));
                type = "";
            }

            if (!goes && label.Length > 2)
            {
                type = label[2..];
                start = span.Start;
            }

            end = span.End;
        }

        if (type.Length > 0)
        {
            names.Add((new TextSpan(start, end), type));
        }

        joiner.EndSentence();
    }
}
