namespace Entente.Analysis.Briefings;

/// <summary>A quotation that several reports carry, as Markdown: its wordings one below the other with signs around what differs.</summary>
internal static class FamilyMarkdown
{
    /// <param name="more">What else there is to say of it.</param>
    public static void Write(TextWriter writer, WordingTable quotation, ReportList list, params IEnumerable<Phrase> more)
    {
        writer.Write(MarkdownText.Of(FamilyWords.Speaker(quotation)) + ":\n");
        Phrase[] said = [.. new[] { FamilyWords.Vote(quotation, list) }.OfType<Phrase>().Concat(more)];
        writer.Write(said.Length == 0 ? "\n" : $"{string.Join("; ", said.Select(MarkdownText.Of))}\n\n");
        writer.Write(string.Join(">\n", quotation.Wordings.Select(w => $"> {MarkdownText.Of(FamilyWords.Marked(w))}\n")) + "\n");
        foreach (SharedEdit edit in quotation.Edits)
        {
            writer.Write($"- {MarkdownText.Of(FamilyWords.Edit(edit))}\n");
        }

        writer.Write(quotation.Edits.IsEmpty ? "" : "\n");
    }
}
