using System.Text;
using Entente.Analysis.Text;

namespace Entente.Reading.Containers;

/// <summary>The text of a PDF, its paragraphs made whole again from typeset lines.</summary>
/// <remarks>A page break is a paragraph break, so that a sentence which it cuts can be joined later; the lines that head or foot one page after
/// another become furniture.</remarks>
internal sealed class PdfPages
{
    // Lines at the top and bottom of a page that can be a running head.
    private const int Margin = 2;

    private readonly HashSet<string> _furniture;

    private PdfPages(string text, HashSet<string> furniture)
    {
        Text = text;
        _furniture = furniture;
    }

    public string Text { get; }

    /// <param name="pages">As pdftotext prints them: a form feed after each page.</param>
    public static PdfPages From(string pages)
    {
        string[][] lines = [.. pages.Split('\f').Select(static page => page.Split('\n', StringSplitOptions.TrimEntries)).Where(static page => Array.Exists(page, static line => line.Length > 0))];
        HashSet<string> running = RunningLines(lines);
        HashSet<string> furniture = new(StringComparer.Ordinal);
        StringBuilder text = new(pages.Length);
        StringBuilder paragraph = new();
        foreach (string[] page in lines)
        {
            foreach (string line in page)
            {
                bool isRunning = line.Length > 0 && running.Contains(WithoutDigits(line));
                if (isRunning)
                {
                    furniture.Add(line);
                }

                if (line.Length == 0 || isRunning)
                {
                    End(text, paragraph);
                    Append(text, isRunning ? line : "");
                }
                else
                {
                    Join(paragraph, line);
                }
            }

            End(text, paragraph);
        }

        return new PdfPages(text.ToString(), furniture);
    }

    /// <summary>Makes the running heads and feet furniture.</summary>
    public void MarkFurniture(DocumentDraft draft)
    {
        for (int i = 0; i < draft.Blocks.Count; i++)
        {
            Block block = draft.Blocks[i];
            if (_furniture.Contains(block.Span.Of(draft.Text)))
            {
                draft.Blocks[i] = new Block(BlockKind.Furniture, block.Span);
            }
        }
    }

    // On three pages or more, and on more than half of them, but for the page number.
    private static HashSet<string> RunningLines(string[][] pages)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (string[] page in pages)
        {
            string[] held = [.. page.Where(static line => line.Length > 0)];
            foreach (string line in held.Take(Margin).Concat(held.Skip(Math.Max(Margin, held.Length - Margin))).Select(WithoutDigits).Distinct(StringComparer.Ordinal))
            {
                counts[line] = counts.GetValueOrDefault(line) + 1;
            }
        }

        return [.. counts.Where(count => count.Value >= 3 && count.Value * 2 > pages.Length).Select(static count => count.Key)];
    }

    private static string WithoutDigits(string line) => new([.. line.Where(static c => !char.IsDigit(c))]);

    private static void Join(StringBuilder paragraph, string line)
    {
        if (paragraph.Length == 0)
        {
            paragraph.Append(line);
        }
        else if (paragraph.Length > 1 && paragraph[^1] == '-' && char.IsLower(paragraph[^2]) && char.IsLower(line[0]))
        {
            // A word cut at the end of a line. Compounds lose their hyphen here too: they are far fewer.
            paragraph.Length--;
            paragraph.Append(line);
        }
        else
        {
            paragraph.Append(' ').Append(line);
        }
    }

    private static void End(StringBuilder text, StringBuilder paragraph)
    {
        Append(text, paragraph.ToString());
        paragraph.Clear();
    }

    private static void Append(StringBuilder text, string paragraph)
    {
        if (paragraph.Length > 0)
        {
            text.Append(text.Length > 0 ? "\n\n" : "").Append(paragraph);
        }
    }
}
