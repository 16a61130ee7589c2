using Entente.Analysis.Text;

namespace Entente.Reading.PlainText;

/// <summary>Lines that belong together, by their place in the text.</summary>
internal readonly record struct Paragraph(TextSpan Span, LineMark Mark, bool IsStrong)
{
    /// <summary>Lines of a wrapped text are about equally long, and no longer than a page is wide.</summary>
    private const int WidestPage = 120;

    private const int NarrowestPage = 40;

    /// <summary>Puts the lines outside <paramref name="thread"/> together.</summary>
    public static List<Paragraph> Group(SourceLines source, CommentThread? thread)
    {
        List<Paragraph> paragraphs = [];
        List<SourceLine> chunk = [];
        for (int i = 0; i < source.Lines.Count; i++)
        {
            if (thread is not null && i >= thread.First && i < thread.End)
            {
                AddChunk(source, chunk, paragraphs);
                continue;
            }

            SourceLine line = source.Lines[i];
            bool alone = line.Mark is LineMark.Heading or LineMark.Item or LineMark.Rule;
            if (line.AfterBlank || alone || (chunk.Count > 0 && chunk[^1].Mark != line.Mark && chunk[^1].Mark != LineMark.Item))
            {
                AddChunk(source, chunk, paragraphs);
            }

            chunk.Add(line);
            if (line.BreaksAfter || line.Mark is LineMark.Heading or LineMark.Rule)
            {
                AddChunk(source, chunk, paragraphs);
            }
        }

        AddChunk(source, chunk, paragraphs);
        return Joined(source.Text, paragraphs);
    }

    private static void AddChunk(SourceLines source, List<SourceLine> chunk, List<Paragraph> paragraphs)
    {
        int first = 0;
        int end = chunk.Count;
        while (first < end - 1 && StandsAlone(source.Text, chunk[first]))
        {
            paragraphs.Add(new Paragraph(chunk[first].Span, chunk[first].Mark, chunk[first].IsStrong));
            first++;
        }

        int tail = end;
        while (tail > first + 1 && StandsAlone(source.Text, chunk[tail - 1]))
        {
            tail--;
        }

        bool together = tail - first == 1 || chunk.Count > 0 && (source.IsMarkdown || chunk[first].Mark is LineMark.Item or LineMark.Quote || IsWrapped(chunk, first, tail, source.Text));
        if (together && tail > first)
        {
            paragraphs.Add(new Paragraph(new TextSpan(chunk[first].Start, chunk[tail - 1].End), chunk[first].Mark, chunk[first].IsStrong && tail - first == 1));
            first = tail;
        }

        for (; first < end; first++)
        {
            paragraphs.Add(new Paragraph(chunk[first].Span, chunk[first].Mark, chunk[first].IsStrong));
        }

        chunk.Clear();
    }

    /// <summary>A byline, label or date line is one, though the next line follows without a gap.</summary>
    private static bool StandsAlone(string text, SourceLine line)
    {
        if (line.Mark != LineMark.None || line.End - line.Start > 200)
        {
            return line.Mark == LineMark.Rule;
        }

        ReadOnlySpan<char> words = line.Of(text);
        return LineForms.Of(words, LineForms.CountWords(words), inTail: false) is not (LineForm.None or LineForm.Section)
            || Byline.TryRead(text, line.Span, OutletRegister.Shipped) is not null
            || (MastheadDate.TryFind(text, line.Span) is not null && Masthead.TryRead(text, line.Span, OutletRegister.Shipped) is not null);
    }

    private static bool IsWrapped(List<SourceLine> chunk, int first, int end, string text)
    {
        int widest = 0;
        for (int i = first; i < end; i++)
        {
            widest = Math.Max(widest, chunk[i].End - chunk[i].Start);
        }

        if (widest is < NarrowestPage or > WidestPage)
        {
            return false;
        }

        int sentences = 0;
        for (int i = first; i < end - 1; i++)
        {
            if ((chunk[i].End - chunk[i].Start) * 10 < widest * 6)
            {
                return false;
            }

            sentences += LineForms.EndsSentence(chunk[i].Of(text)) ? 1 : 0;
        }

        return sentences * 2 < end - first - 1 || (sentences == 0 && end - first == 2);
    }

    private static List<Paragraph> Joined(string text, List<Paragraph> paragraphs)
    {
        List<Paragraph> joined = new(paragraphs.Count);
        foreach (Paragraph paragraph in paragraphs)
        {
            if (joined.Count > 0 && joined[^1].Mark == LineMark.None && paragraph.Mark == LineMark.None
                && BrokenParagraph.Continues(joined[^1].Span.In(text), paragraph.Span.In(text))
                && LineForms.Of(paragraph.Span.In(text), LineForms.CountWords(paragraph.Span.In(text)), inTail: false) == LineForm.None)
            {
                joined[^1] = joined[^1] with { Span = new TextSpan(joined[^1].Span.Start, paragraph.Span.End) };
            }
            else
            {
                joined.Add(paragraph);
            }
        }

        return joined;
    }
}
