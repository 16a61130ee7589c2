using System.Text.Json;
using System.Xml.Linq;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;

namespace Entente.Tools.TrainSyntax;

/// <summary>Sentences without gold, cut by the product's own tokeniser.</summary>
internal static class PlainTexts
{
    /// <summary>The main texts of the pages of WCXB (<c>ground-truth/*.json</c>), documents marked up in TimeML (<c>*.tml</c>), and the sentences of ECB+ (<c>*ecb*.xml</c>).</summary>
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

        foreach (string file in Directory.GetFiles(directory, "*ecb*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            trees.AddRange(XDocument.Load(file).Root!.Elements("token").GroupBy(token => (string?)token.Attribute("sentence"))
                .Select(sentence => Without([.. sentence.Select(token => token.Value).Where(form => form.Length > 0)]))
                .Where(tree => tree.Length > 0));
        }

        return trees;
    }

    private static Tree Without(string[] forms) => new(forms, [], new PartOfSpeech[forms.Length], new PennTag[forms.Length], new int[forms.Length], new Relation[forms.Length]);

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

            yield return Without(forms);
        }
    }
}
