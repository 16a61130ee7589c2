using Entente.Analysis.Text;

namespace Entente.Tests.Analysis.Text;

/// <summary>The smallest documents that a test needs.</summary>
internal static class Documents
{
    public static Document FromParagraphs(params string[] paragraphs) => Named("a", null, paragraphs);

    public static Document Named(string id, StatedTime? published, params string[] paragraphs)
    {
        List<Block> blocks = [];
        int at = 0;
        foreach (string paragraph in paragraphs)
        {
            blocks.Add(new Block(BlockKind.Body, new TextSpan(at, at + paragraph.Length)));
            at += paragraph.Length + 2;
        }

        return new Document { Id = id, Sha256 = "", Text = string.Join("\n\n", paragraphs), Blocks = [.. blocks], Language = "en", Published = published };
    }
}
