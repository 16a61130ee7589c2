using Entente.Analysis.Text;

namespace Entente.Analysis.Reuse;

/// <summary>Tells which stretches of a report stand inside quotation marks, from the marks alone.</summary>
/// <remarks>
/// A quotation over several paragraphs may open each of them and close only the last; one that a page break cut goes on in
/// the next block. Curly and straight marks may be mixed. A block set off as a quotation is one as a whole.
/// </remarks>
internal static class QuotedStretches
{
    /// <summary>In order, not overlapping, without the outer marks.</summary>
    public static List<TextSpan> Find(Document document)
    {
        List<TextSpan> stretches = [];
        string text = document.Text;
        char open = '\0';
        foreach (Block block in document.Blocks)
        {
            if (!block.IsReporting)
            {
                continue;
            }

            if (block.Kind == BlockKind.Quote)
            {
                stretches.Add(block.Span);
                open = '\0';
                continue;
            }

            open = Scan(text, block.Span, open, stretches);
        }

        return stretches;
    }

    /// <returns>The mark still open at the end of a block that the quotation runs on from; else none.</returns>
    private static char Scan(string text, TextSpan block, char open, List<TextSpan> stretches)
    {
        int start = block.Start;
        for (int i = block.Start; i < block.End; i++)
        {
            char before = i > block.Start ? text[i - 1] : ' ';
            char after = i + 1 < block.End ? text[i + 1] : ' ';
            if (open == '\0')
            {
                if (Opens(text[i], before, after))
                {
                    open = text[i];
                    start = i + 1;
                }
            }
            else if (Closes(open, text[i], before, after))
            {
                Add(stretches, start, i);
                open = '\0';
            }
        }

        // A single mark that never closes was an apostrophe.
        if (open is '\0' or '\'' or '‘')
        {
            return '\0';
        }

        Add(stretches, start, block.End);

        // Only a sentence that was cut goes on in the next block; a speech of several paragraphs opens each of them anew.
        return text[block.End - 1] is '.' or '!' or '?' or '…' ? '\0' : open;
    }

    private static bool Opens(char mark, char before, char after) => mark switch
    {
        '“' or '„' or '«' => true,
        '"' => !char.IsLetterOrDigit(before) && !char.IsWhiteSpace(after) && before is not ('.' or ',' or '!' or '?'),
        '‘' => !char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after),
        '\'' => (char.IsWhiteSpace(before) || before is '(' or '[') && char.IsLetter(after),
        _ => false,
    };

    private static bool Closes(char open, char mark, char before, char after) => open switch
    {
        '“' or '"' or '„' => mark is '”' or '"' || (mark == '“' && open == '„'),
        '«' => mark == '»',
        _ => (mark == '’' || mark == '\'') && !char.IsLetterOrDigit(after) && !char.IsWhiteSpace(before),
    };

    private static void Add(List<TextSpan> stretches, int start, int end)
    {
        if (end > start)
        {
            stretches.Add(new TextSpan(start, end));
        }
    }
}
