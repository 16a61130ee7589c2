using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Entente.Analysis.Scoring;
using Entente.Analysis.Text;
using Entente.Reading;
using Entente.Reading.Html;

namespace Entente.Cli.Evaluation;

/// <summary>Measures the reading of web pages against a set laid out as WCXB is: <c>html/ID.html.gz</c> and <c>ground-truth/ID.json</c>.</summary>
/// <remarks>
/// Main text is what later stages analyse as the report's own text: the blocks <see cref="BlockKind.Body"/> and <see cref="BlockKind.Quote"/> of the document, and nothing else
/// (no headline, caption, byline, rights, comment or furniture). Title, author and date are compared over the pages whose gold states one; a title or author is right
/// by <see cref="ExactMatch"/>, a date if it is read to the day and names the same calendar day.
/// </remarks>
internal static class ReadingEvaluation
{
    /// <param name="worst">How many of the worst pages to list.</param>
    /// <param name="floors">The file of floors to compare with, or null.</param>
    /// <param name="writeFloors">Whether to write what was measured into that file instead; refused where a floor would go down.</param>
    /// <returns>0; 1 where a floor is broken or may not be written. A missing set is said and skipped.</returns>
    public static int Run(string directory, TextWriter output, int worst = 0, string? floors = null, bool writeFloors = false)
    {
        string pages = Path.Combine(directory, "html");
        string gold = Path.Combine(directory, "ground-truth");
        if (!Directory.Exists(pages) || !Directory.Exists(gold))
        {
            output.WriteLine($"reading: {directory} has no html/ and ground-truth/; skipped");
            return 0;
        }

        List<PageScore> scores = [];
        string[] files = Directory.GetFiles(gold, "*.json");
        Array.Sort(files, StringComparer.Ordinal);
        foreach (string file in files)
        {
            string id = Path.GetFileNameWithoutExtension(file);
            string page = Path.Combine(pages, id + ".html.gz");
            if (File.Exists(page))
            {
                scores.Add(Score(id, page, file));
            }
        }

        ReadingScores all = new(scores);
        Print(all, output, worst);
        return floors is null ? 0 : Floors.Compare("reading", directory, all.Figures, output, floors, writeFloors);
    }

    private static PageScore Score(string id, string page, string gold)
    {
        using JsonDocument parsed = JsonDocument.Parse(File.ReadAllText(gold));
        JsonElement truth = parsed.RootElement.GetProperty("ground_truth");
        string url = Text(parsed.RootElement, "url") ?? "";
        DocumentDraft draft = HtmlPageReader.Read(Unpack(page), url.Length == 0 ? null : url, ReadingOptions.Default);
        string text = draft.Text;
        StringBuilder main = new();
        foreach (Block block in draft.Blocks)
        {
            if (block.Kind is BlockKind.Body or BlockKind.Quote)
            {
                main.Append(block.Span.In(text)).Append("\n\n");
            }
        }

        string? title = Text(truth, "title"), author = Text(truth, "author"), date = Text(truth, "publish_date");
        string? read = draft.Published is { Precision: >= TimePrecision.Day } published ? published.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
        string words = Words(main.ToString());
        (int kept, int toKeep) = Found(truth, "with", words);
        (int wrong, int toLeaveOut) = Found(truth, "without", words);
        return new PageScore(
            id,
            url,
            WordOverlap.Score(main.ToString(), Text(truth, "main_content") ?? ""),
            title is null ? null : draft.Title is not null && ExactMatch.OfText(draft.Title, title),
            author is null ? null : ExactMatch.OfNames(draft.Byline, author),
            author is null && draft.Byline.Count > 0,
            date is null ? null : read == date,
            date is null && draft.Published is not null,
            kept,
            toKeep,
            toLeaveOut - wrong,
            toLeaveOut);
    }

    private static void Print(ReadingScores scores, TextWriter output, int worst)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"reading: {scores.Pages} pages"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  main text, mean of pages   word precision {scores.Precision:F4}  recall {scores.Recall:F4}  F1 {scores.WordF1:F4}"));
        Line("title exact", scores.Titles, "");
        Line("author exact", scores.Authors, $"; an author where the gold has none: {scores.FalseAuthors}");
        Line("date exact", scores.Dates, $"; a date where the gold has none: {scores.FalseDates}");
        Line("snippets kept", scores.Kept, "");
        Line("snippets left out", scores.LeftOut, "");
        foreach (PageScore page in scores.Worst(worst))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {page.Words.F1:F3}  precision {page.Words.Precision:F3}  recall {page.Words.Recall:F3}  {page.Id}  {page.Url}"));
        }

        void Line(string name, (int Right, int Of) counts, string more) => output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {name,-18} {ReadingScores.Share(counts):F3} ({counts.Right} of {counts.Of}{more})"));
    }

    private static (int Found, int Of) Found(JsonElement truth, string name, string words)
    {
        int found = 0, of = 0;
        if (truth.TryGetProperty(name, out JsonElement snippets) && snippets.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement snippet in snippets.EnumerateArray())
            {
                of++;
                found += words.Contains(Words(snippet.GetString() ?? ""), StringComparison.Ordinal) ? 1 : 0;
            }
        }

        return (found, of);
    }

    /// <summary>The words alone, in lower case and each between blanks, so that marks and line ends do not matter to a snippet.</summary>
    private static string Words(string text)
    {
        StringBuilder words = new(text.Length + 2);
        words.Append(' ');
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                words.Append(char.ToLowerInvariant(c));
            }
            else if (words[^1] != ' ')
            {
                words.Append(' ');
            }
        }

        return (words[^1] == ' ' ? words : words.Append(' ')).ToString();
    }

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private static string Unpack(string path)
    {
        using GZipStream stream = new(File.OpenRead(path), CompressionMode.Decompress);
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
