namespace Entente.Reading.Html;

/// <summary>The article body that a page's JSON-LD gives, as a set of word triples to compare blocks with.</summary>
internal static class DeclaredText
{
    public static HashSet<string> Triples(string body)
    {
        HashSet<string> triples = new(StringComparer.OrdinalIgnoreCase);
        List<string> words = Words(body);
        for (int i = 0; i + 3 <= words.Count; i++)
        {
            triples.Add(string.Concat(words[i], " ", words[i + 1], " " + words[i + 2]));
        }

        return triples;
    }

    /// <summary>The share of the text's word triples that the body has too; −1 of a text shorter than one.</summary>
    public static double ShareIn(HashSet<string> triples, string text)
    {
        List<string> words = Words(text.Length > 600 ? text[..600] : text);
        if (words.Count < 3)
        {
            return -1;
        }

        int shared = 0;
        for (int i = 0; i + 3 <= words.Count; i++)
        {
            shared += triples.Contains(string.Concat(words[i], " ", words[i + 1], " " + words[i + 2])) ? 1 : 0;
        }

        return (double)shared / (words.Count - 2);
    }

    /// <summary>The paragraphs of a declared body, freed of any markup it carries.</summary>
    public static IReadOnlyList<string> Paragraphs(string body)
    {
        body = System.Net.WebUtility.HtmlDecode(body);
        List<string> paragraphs = [];
        if (body.Contains("</", StringComparison.Ordinal) || body.Contains("<br", StringComparison.OrdinalIgnoreCase) || body.Contains("<p>", StringComparison.OrdinalIgnoreCase))
        {
            using AngleSharp.Html.Dom.IHtmlDocument document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(NestingFilter.Apply(body, 100, out _));
            foreach (PageBlock block in PageWalker.Walk(document, readNoScript: false).Blocks)
            {
                paragraphs.Add(block.Text);
            }

            return paragraphs;
        }

        foreach (string line in body.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            paragraphs.Add(string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        }

        return paragraphs;
    }

    /// <summary>Its runs of letters and digits, in order.</summary>
    public static List<string> Words(string text)
    {
        List<string> words = [];
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool inside = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                words.Add(text[start..i]);
                start = -1;
            }
        }

        return words;
    }
}
