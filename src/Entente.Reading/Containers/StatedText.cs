using System.Buffers;
using Entente.Analysis.Text;
using Entente.Reading.Charsets;
using Entente.Reading.PlainText;

namespace Entente.Reading.Containers;

/// <summary>Reads the plain text of a file, record, entry or mail, whose title may stand outside it.</summary>
internal static class StatedText
{
    private static readonly SearchValues<char> s_closing = SearchValues.Create(" .,:;!?\"'“”‘’») \u00A0");

    /// <param name="title">Set before the text as its headline unless the text already begins with it.</param>
    public static DocumentDraft Read(string text, string? title, string culprit, List<Diagnostic> diagnostics, ReadingOptions options)
    {
        text = Newlines.Unified(text);
        title = title is null ? null : string.Join(' ', title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        bool prepends = !string.IsNullOrEmpty(title) && !BeginsWith(text, title);
        if (prepends)
        {
            text = title + "\n\n" + text.TrimStart('\n');
        }

        if (text.Length > options.MaxCharacters)
        {
            int end = options.MaxCharacters;
            text = text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)];
            diagnostics.Add(DiagnosticCode.TextCut.For(culprit, options.MaxCharacters));
        }

        DocumentDraft draft = PlainTextReader.Read(text, options);
        if (draft.Blocks.Count == 0)
        {
            AddParagraphs(draft);
        }

        if (prepends && draft.Text.StartsWith(title!, StringComparison.Ordinal))
        {
            MakeHeadline(draft, title!.Length);
        }

        if (!string.IsNullOrEmpty(title))
        {
            draft.Title = title;
        }

        return draft;
    }

    private static bool BeginsWith(string text, string title)
    {
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            ReadOnlySpan<char> bare = line.Trim("# \t*_\u00A0\uFEFF");
            if (!bare.IsEmpty)
            {
                return SameWords(bare, title);
            }
        }

        return false;
    }

    // Case, quotation marks and spaces are often typeset anew between a page's title and its text.
    private static bool SameWords(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        int r = 0;
        foreach (char c in left)
        {
            if (!char.IsLetterOrDigit(c))
            {
                continue;
            }

            while (r < right.Length && !char.IsLetterOrDigit(right[r]))
            {
                r++;
            }

            if (r == right.Length || char.ToUpperInvariant(right[r++]) != char.ToUpperInvariant(c))
            {
                return false;
            }
        }

        return !right[r..].ContainsAnyExcept(s_closing);
    }

    // Whatever the reader made of the first line, it is the stated title.
    private static void MakeHeadline(DocumentDraft draft, int end)
    {
        List<Block> rest = [];
        foreach (Block block in draft.Blocks)
        {
            if (block.Span.Start >= end)
            {
                rest.Add(block);
            }
            else if (block.Span.End > end)
            {
                int start = end;
                while (start < block.Span.End && char.IsWhiteSpace(draft.Text[start]))
                {
                    start++;
                }

                if (start < block.Span.End)
                {
                    rest.Add(block with { Span = new TextSpan(start, block.Span.End) });
                }
            }
        }

        draft.Blocks.Clear();
        draft.Blocks.Add(new Block(BlockKind.Headline, new TextSpan(0, end)));
        draft.Blocks.AddRange(rest);
    }

    private static void AddParagraphs(DocumentDraft draft)
    {
        string text = draft.Text;
        int at = 0;
        while (at < text.Length)
        {
            int gap = text.IndexOf("\n\n", at, StringComparison.Ordinal);
            int end = gap < 0 ? text.Length : gap;
            ReadOnlySpan<char> paragraph = text.AsSpan(at, end - at);
            if (!paragraph.IsWhiteSpace())
            {
                int start = at + paragraph.Length - paragraph.TrimStart().Length;
                draft.Blocks.Add(new Block(BlockKind.Body, new TextSpan(start, at + paragraph.TrimEnd().Length)));
            }

            at = end + 2;
        }
    }
}
