using Entente.Analysis.Text;

namespace Entente.Reading.PlainText;

/// <summary>Readers' comments under a report: the lines they take and one block for each.</summary>
/// <param name="First">Index of the first line that belongs to the thread: its heading, if it has one.</param>
/// <param name="End">Index of the first line after it.</param>
/// <param name="Comments">The comments, each from its head to its last paragraph.</param>
internal sealed record CommentThread(int First, int End, IReadOnlyList<Block> Comments)
{
    /// <summary>Prose that must stand above a thread: what is above it is what the readers comment on.</summary>
    private const int FewestWordsOfProse = 12;

    /// <summary>Lines of prose that look like heads before the first true one; each costs a pass over what follows.</summary>
    private const int MostAttempts = 8;

    private readonly record struct Start(int Line, string? Author, string? ReplyTo, bool HeadIsWholeLine);

    /// <summary>The thread in these lines; null if there is none.</summary>
    public static CommentThread? TryFind(SourceLines source)
    {
        IReadOnlyList<SourceLine> lines = source.Lines;
        int prose = 0;
        int words = 0;
        for (; prose < lines.Count; prose++)
        {
            words = lines[prose].AfterBlank ? 0 : words;
            words += LineForms.CountWords(lines[prose].WordsOf(source.Text));
            if (words >= FewestWordsOfProse && LineForms.EndsSentence(lines[prose].Of(source.Text)))
            {
                break;
            }
        }

        for (int i = prose + 1; i < lines.Count; i++)
        {
            if (LineForms.OpensComments(lines[i].WordsOf(source.Text), out bool isCertain) && i + 1 < lines.Count)
            {
                int end = TailStart(source, i + 1);
                List<Start> starts = FindStarts(source, i + 1, end, underHeading: true);
                bool headed = starts.Exists(s => s.Author is not null || s.ReplyTo is not null);
                if (starts.Count > 0 && (isCertain || headed || lines[i].Mark == LineMark.Heading))
                {
                    return Assemble(source, i, i + 1, end, starts);
                }
            }
        }

        return TryFindUnheaded(source, prose + 1);
    }

    private static CommentThread? TryFindUnheaded(SourceLines source, int from)
    {
        int attempts = 0;
        for (int i = from; i < source.Lines.Count && attempts < MostAttempts; i++)
        {
            if (!MayStart(source, i))
            {
                continue;
            }

            attempts += source.Lines[i].Mark == LineMark.Item ? 0 : 1;

            int end = source.Lines[i].Mark == LineMark.Item ? ListEnd(source, i) : TailStart(source, i);
            List<Start> starts = FindStarts(source, i, end, underHeading: false);
            if (IsThread(source, starts, i))
            {
                return Assemble(source, i, i, end, starts);
            }

            if (source.Lines[i].Mark == LineMark.Item)
            {
                i = Math.Max(i, end - 1);
            }
        }

        return null;
    }

    private static bool MayStart(SourceLines source, int line) =>
        source.Lines[line].Mark == LineMark.Item || CommentHead.Read(source.Lines[line].WordsOf(source.Text)).Strength != HeadStrength.None;

    /// <summary>Whether the heads found make a thread, against a bulleted list or an interview.</summary>
    private static bool IsThread(SourceLines source, List<Start> starts, int from)
    {
        int authored = 0;
        int sure = 0;
        int quoted = 0;
        for (int i = 0; i < starts.Count; i++)
        {
            Start start = starts[i];
            SourceLine line = source.Lines[start.Line];
            ReadOnlySpan<char> words = line.WordsOf(source.Text);
            authored += start.Author is not null && start.HeadIsWholeLine ? 1 : 0;
            HeadStrength strength = start.HeadIsWholeLine ? CommentHead.Read(words).Strength : HeadStrength.None;
            sure += strength == HeadStrength.Strong || (start.HeadIsWholeLine && (line.Mark == LineMark.Item ? CommentHead.IsHandle(words) : IsChosenName(start.Author))) ? 1 : 0;
            quoted += start.Line + 1 < source.Lines.Count && source.Lines[start.Line + 1].WordsOf(source.Text)[0] is '"' or '“' ? 1 : 0;
        }

        bool mostAuthored = authored >= 2 && authored * 2 >= starts.Count && starts[0].Line == from;
        // "The minister says:" before a quotation is how reports quote.
        return mostAuthored && (sure >= 2 || (authored >= 3 && quoted == 0 && source.Lines[from].Mark != LineMark.Item));
    }

    /// <summary>A name with a figure or underscore in it is nobody's in a report.</summary>
    private static bool IsChosenName(string? author) => author is not null && (author.Contains('_', StringComparison.Ordinal) || author.AsSpan().ContainsAnyInRange('0', '9'));

    /// <summary>The lines that begin a comment, in <c>[from, end)</c>.</summary>
    private static List<Start> FindStarts(SourceLines source, int from, int end, bool underHeading)
    {
        List<Start> starts = [];
        if (from >= end)
        {
            return starts;
        }

        int itemIndent = source.Lines[from].Mark == LineMark.Item ? source.Lines[from].Indent : -1;
        bool hasHeads = false;
        List<(int Indent, string? Author)> open = [];
        for (int i = from; i < end; i++)
        {
            SourceLine line = source.Lines[i];
            ReadOnlySpan<char> words = line.WordsOf(source.Text);
            CommentHead head = CommentHead.Read(words);
            bool isItem = line.Mark == LineMark.Item && itemIndent >= 0;
            bool hasBody = i + 1 < end && source.Lines[i + 1].Mark != LineMark.Item && (!isItem || source.Lines[i + 1].Indent > line.Indent || !source.Lines[i + 1].AfterBlank);
            bool nested = isItem && line.Indent > itemIndent;
            if (isItem && (!nested || head.Strength != HeadStrength.None || (hasBody && CommentHead.IsNameLike(words)) || (underHeading && CommentHead.ReadInline(words) is not null)))
            {
                string? author = head.Author;
                string? replyTo = head.ReplyTo;
                bool whole = head.Strength != HeadStrength.None;
                if (!whole && hasBody && CommentHead.IsNameLike(words))
                {
                    author = words.Trim("*_ @").ToString();
                    whole = true;
                }
                else if (!whole && underHeading && CommentHead.ReadInline(words) is { } inline)
                {
                    author = inline.Author;
                    replyTo = CommentHead.ReadAddressee(words[Math.Min(inline.Length, words.Length)..].TrimStart());
                }

                open.RemoveAll(o => o.Indent >= line.Indent);
                replyTo ??= nested && open.Count > 0 ? open[^1].Author : null;
                open.Add((line.Indent, author));
                starts.Add(new Start(i, author, replyTo, whole));
            }
            else if (itemIndent < 0 && head.Strength != HeadStrength.None && (underHeading || line.AfterBlank || i == from || hasHeads) && i + 1 < end)
            {
                starts.Add(new Start(i, head.Author, head.ReplyTo, true));
                hasHeads = true;
            }
        }

        if (starts.Count == 0 && underHeading)
        {
            AddPlainStarts(source, from, end, starts);
        }

        return starts;
    }

    /// <summary>Under a heading without heads: "NAME: text" lines, names on lines of their own, else a comment a paragraph.</summary>
    private static void AddPlainStarts(SourceLines source, int from, int end, List<Start> starts)
    {
        int named = 0;
        int paragraphs = 0;
        for (int i = from; i < end; i++)
        {
            paragraphs += source.Lines[i].AfterBlank || i == from ? 1 : 0;
            named += CommentHead.ReadInline(source.Lines[i].WordsOf(source.Text)) is not null ? 1 : 0;
        }

        for (int i = from; i < end; i++)
        {
            SourceLine line = source.Lines[i];
            ReadOnlySpan<char> words = line.WordsOf(source.Text);
            if (CommentHead.ReadInline(words) is { } inline && named * 2 >= paragraphs)
            {
                starts.Add(new Start(i, inline.Author, CommentHead.ReadAddressee(words[Math.Min(inline.Length, words.Length)..].TrimStart()), false));
            }
            else if (named * 2 < paragraphs && (line.AfterBlank || i == from))
            {
                bool name = i + 1 < end && CommentHead.IsNameLike(words) && !source.Lines[i + 1].AfterBlank;
                starts.Add(new Start(i, name ? words.Trim("*_ @").ToString() : null, null, name));
            }
        }
    }

    /// <summary>Where a list ends: at a line that stands no deeper than its bullets and has none.</summary>
    private static int ListEnd(SourceLines source, int first)
    {
        int indent = source.Lines[first].Indent;
        int end = first + 1;
        while (end < source.Lines.Count && (source.Lines[end].Mark == LineMark.Item ? source.Lines[end].Indent >= indent : source.Lines[end].Indent > indent || !source.Lines[end].AfterBlank))
        {
            end++;
        }

        return end;
    }

    /// <summary>Where the page's own last lines start, which no reader wrote.</summary>
    private static int TailStart(SourceLines source, int from)
    {
        int end = source.Lines.Count;
        while (end > from + 1)
        {
            SourceLine line = source.Lines[end - 1];
            ReadOnlySpan<char> words = line.Of(source.Text);
            bool isPage = line.Mark != LineMark.Item && line.Indent == 0 && words is not ("Reply" or "Report")
                && LineForms.Of(words, LineForms.CountWords(words), inTail: false) is LineForm.Furniture or LineForm.Rights or LineForm.Rule;
            if (!isPage)
            {
                return end;
            }

            end--;
        }

        return end;
    }

    /// <summary>Whom the comment answers by its first words, or by a line of the page between head and words.</summary>
    private static string? ReadAddressee(SourceLines source, int first, int last)
    {
        for (int i = first; i <= last && i < first + 3; i++)
        {
            ReadOnlySpan<char> words = source.Lines[i].WordsOf(source.Text);
            if (CommentHead.ReadAddressee(words) is { } addressee)
            {
                return addressee;
            }

            if (CommentHead.Read(words) is { Strength: HeadStrength.Strong, Author: null, ReplyTo: { } answered })
            {
                return answered;
            }

            if (words.Length > 60 || MastheadDate.TryReadWhole(words.ToString(), TimeOrigin.Text) is null)
            {
                return null;
            }
        }

        return null;
    }

    private static CommentThread Assemble(SourceLines source, int first, int body, int end, List<Start> starts)
    {
        List<Block> comments = new(starts.Count);
        // What stands between the heading and the first comment ("Sort by newest") is the page's.
        for (int i = 0; i < starts.Count; i++)
        {
            Start start = starts[i];
            int last = (i + 1 < starts.Count ? starts[i + 1].Line : end) - 1;
            TextSpan span = new(source.Lines[start.Line].Start, source.Lines[last].End);
            string? replyTo = start.ReplyTo ?? ReadAddressee(source, start.HeadIsWholeLine ? Math.Min(start.Line + 1, last) : start.Line, last);
            comments.Add(new Block(BlockKind.Comment, span, start.Author, replyTo == start.Author ? null : replyTo));
        }

        if (starts[0].Line > body)
        {
            comments.Insert(0, new Block(BlockKind.Furniture, new TextSpan(source.Lines[body].Start, source.Lines[starts[0].Line - 1].End)));
        }

        if (body > first)
        {
            comments.Insert(0, new Block(BlockKind.Furniture, source.Lines[first].Span));
        }

        return new CommentThread(first, end, comments);
    }
}
