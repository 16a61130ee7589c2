using Entente.Analysis.Attributions;
using Entente.Analysis.Lineage;
using Entente.Analysis.Text;

namespace Entente.Tests.Analysis.Reuse;

/// <summary>Reports made by hand: the first paragraph is the headline if it starts with "# ", every other paragraph a body block.</summary>
internal static class Reports
{
    public static Document Report(string id, string text, string? outlet = null, string? published = null, params (CreditKind Kind, string Outlet, string Words)[] credits)
    {
        List<Block> blocks = [];
        string? title = null;
        int start = 0;
        foreach (string paragraph in text.Split("\n\n"))
        {
            BlockKind kind = paragraph.StartsWith("# ", StringComparison.Ordinal) ? BlockKind.Headline
                : paragraph.StartsWith("~ ", StringComparison.Ordinal) ? BlockKind.Comment
                : BlockKind.Body;
            int mark = kind == BlockKind.Body ? 0 : 2;
            TextSpan span = new(start + mark, start + paragraph.Length);
            if (!span.IsEmpty)
            {
                blocks.Add(new Block(kind, span));
            }

            if (kind == BlockKind.Headline)
            {
                title = span.Of(text);
            }

            start += paragraph.Length + 2;
        }

        return new Document
        {
            Id = id,
            Path = id + ".txt",
            Sha256 = id,
            Text = text,
            Blocks = [.. blocks],
            Title = title,
            Language = "en",
            Outlet = outlet is null ? null : new Outlet(outlet),
            Published = published is null ? null : Day(published),
            Credits = [.. credits.Select(c => new Credit(c.Kind, c.Outlet, Find(text, c.Words), "test"))],
        };
    }

    public static TokenizedDocument[] Tokenized(params IEnumerable<Document> pile) => [.. pile.Select(Tokenizer.Tokenize)];

    public static AttributedReport[] Attributed(params IEnumerable<Document> pile) =>
        [.. Tokenized(pile).Select(t => new AttributedReport(t, AttributionFinder.Find(t)))];

    public static StatedTime Day(string day) => StatedTime.FromDay(DateOnly.ParseExact(day, "yyyy-MM-dd"), TimeOrigin.Record);

    private static TextSpan Find(string text, string words)
    {
        int start = text.IndexOf(words, StringComparison.Ordinal);
        Assert.True(start >= 0, $"the report does not say \"{words}\"");
        return new TextSpan(start, start + words.Length);
    }
}
