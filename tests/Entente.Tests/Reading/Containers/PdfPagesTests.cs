using Entente.Analysis.Text;
using Entente.Reading;
using Entente.Reading.Containers;

namespace Entente.Tests.Reading.Containers;

public sealed class PdfPagesTests
{
    [Fact]
    public void Lines_become_paragraphs_and_cut_words_whole()
    {
        PdfPages pages = PdfPages.From("Dockers walked out on Tues-\nday, the union\nsaid.\n\nThe talks failed.\n\f");

        Assert.Equal("Dockers walked out on Tuesday, the union said.\n\nThe talks failed.", pages.Text);
    }

    [Fact]
    public void A_page_break_parts_paragraphs() =>
        Assert.Equal("The strike of the\n\ndockers is over.", PdfPages.From("The strike of the\n\fdockers is over.\n\f").Text);

    [Fact]
    public void Running_heads_and_feet_are_furniture()
    {
        PdfPages pages = PdfPages.From(string.Concat(Enumerable.Range(1, 4).Select(static page => $"Vellamo Courier\n\nReport {(char)('a' + page)} says this.\n\nPage {page} of 4\n\f")));
        DocumentDraft draft = new(pages.Text);
        int at = 0;
        foreach (string paragraph in pages.Text.Split("\n\n"))
        {
            draft.Blocks.Add(new Block(BlockKind.Body, new TextSpan(at, at + paragraph.Length)));
            at += paragraph.Length + 2;
        }

        pages.MarkFurniture(draft);

        Assert.Equal(8, draft.Blocks.Count(static block => block.Kind == BlockKind.Furniture));
        Assert.Equal("Report b says this.", draft.Blocks.First(static block => block.Kind == BlockKind.Body).Span.Of(pages.Text));
    }
}
