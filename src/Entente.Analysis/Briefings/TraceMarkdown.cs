using Entente.Analysis.Tracing;

namespace Entente.Analysis.Briefings;

/// <summary>A trace as Markdown, to paste into an issue, a wiki or a note.</summary>
public static class TraceMarkdown
{
    public static void Write(SentenceTrace trace, TextWriter writer)
    {
        TraceOutline outline = new(trace);
        writer.Write($"# Trace\n\n> {MarkdownText.Of(new Phrase().Speech(outline.Sentence))}\n\n");
        foreach (Phrase line in outline.Summary)
        {
            writer.Write($"- {MarkdownText.Of(line)}\n");
        }

        foreach (TraceSection section in outline.Sections)
        {
            writer.Write($"\n## {section.Heading}\n\n" + (section.Remark is null ? "" : section.Remark + "\n\n"));
            foreach (TraceEntry entry in section.Entries)
            {
                writer.Write($"- {MarkdownText.Of(entry.Head)}\n");
                if (!entry.Words.IsEmpty)
                {
                    writer.Write($"  > {MarkdownText.Of(TraceText.Quoted(entry))}\n\n");
                }

                foreach (TraceRemark remark in entry.Remarks)
                {
                    writer.Write($"  - {MarkdownText.Of((remark.Bears ? new Phrase().Alert("changes what was said").Say(": ") : new Phrase()).Then(remark.Phrase))}\n");
                }
            }
        }
    }
}
