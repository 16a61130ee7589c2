using Entente.Analysis.Text;

namespace Entente.Reading.PlainText;

/// <summary>Reads a report saved as bare text or Markdown, with or without front matter, and tells its parts from their form alone.</summary>
/// <remarks>
/// The frozen text of a bare text is the text itself, without front matter; that of Markdown is the rendered text, so that a
/// quotation reads the same whichever way it was saved. Every step is linear in the length of the text.
/// </remarks>
internal static class PlainTextReader
{
    /// <param name="text">With line breaks as <c>\n</c>.</param>
    public static DocumentDraft Read(string text, ReadingOptions options)
    {
        FrontMatter matter = FrontMatter.Read(text);
        string rest = matter.Length > 0 ? text[matter.Length..] : text;
        SourceLines source = MarkdownLines.IsMarkdown(rest) ? MarkdownLines.Render(rest) : SourceLines.FromBareText(rest);
        Layout layout = Layout.Of(source, options.Outlets);
        IReadOnlyList<Block> blocks = layout.Blocks;
        IReadOnlyList<Link> links = source.Links;
        StatedTime? published = layout.Published;
        StatedTime? updated = layout.Updated;
        string frozen = source.Text;
        if (source.IsMarkdown)
        {
            RenderedText rendered = RenderedText.Close(source, blocks);
            frozen = rendered.Text;
            blocks = rendered.Blocks;
            links = rendered.Links;
            published = rendered.Moved(published);
            updated = rendered.Moved(updated);
        }

        DocumentDraft draft = new(frozen);
        matter.ApplyTo(draft);
        if (matter.Problem is { } problem)
        {
            draft.Diagnostics.Add(problem);
        }

        draft.Blocks.AddRange(blocks);
        draft.Links.AddRange(links);
        draft.Title ??= layout.Title;
        draft.OutletName ??= layout.OutletName;
        draft.Published ??= published;
        draft.Updated ??= updated;
        if (draft.Byline.Count == 0)
        {
            draft.Byline.AddRange(layout.Byline);
        }

        return draft;
    }
}
