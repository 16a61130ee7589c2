using System.Text.Json;
using System.Xml.Linq;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;

namespace Entente.Tools.TrainSyntax;

/// <summary>Sentences without gold, cut by the product's own tokeniser.</summary>
internal static class PlainTexts
{
    /// <summary>The main texts of the pages of WCXB (<c>ground-truth/*.json</c>), and of documents marked up in TimeML (<c>*.tml</c>).</summary>
    public static List<Tree> ReadAll(string directory)
    {
        List<Tree> trees = [];
        string pages = Path.Combine(directory, "ground-truth");
        if (Directory.Exists(pages))
        {
            foreach (string file in Directory.GetFiles(pages, "*.json").Order(StringComparer.Ordinal))
            {
                using JsonDocument page = JsonDocument.Parse(File.ReadAllBytes(file));
                trees.AddRange(Cut(page.RootElement.GetProperty("ground_truth").GetProperty("main_content").GetString() ?? ""));
            }
        }

        foreach (string file in Directory.GetFiles(directory, "*.tml").Order(StringComparer.Ordinal))
        {
            trees.AddRange(Cut(XDocument.Load(file).Root!.Element("TEXT")!.Value));
        }

        return trees;
    }

    private static IEnumerable<Tree> Cut(string text)
    {
        List<Block> blocks = [];
        int start = 0;
        while (start < text.Length)
        {
            int end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (!text.AsSpan(start, end - start).IsWhiteSpace())
            {
                blocks.Add(new Block(BlockKind.Body, new TextSpan(start, end)));
            }

            start = end + 1;
        }

        Document document = new() { Id = "text", Sha256 = "", Text = text, Blocks = [.. blocks] };
        TokenizedDocument tokenized = Tokenizer.Tokenize(document);
        foreach (Sentence sentence in tokenized.Sentences)
        {
            string[] forms = new string[sentence.TokenCount];
            for (int i = 0; i < forms.Length; i++)
            {
                forms[i] = tokenized.Tokens[sentence.FirstToken + i].Span.Of(text);
            }

            yield return new Tree(forms, [], new PartOfSpeech[forms.Length], new PennTag[forms.Length], new int[forms.Length], new Relation[forms.Length]);
        }
    }
}
