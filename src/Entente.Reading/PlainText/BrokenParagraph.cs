namespace Entente.Reading.PlainText;

/// <summary>Whether two paragraphs are one that a page break cut in mid-sentence.</summary>
internal static class BrokenParagraph
{
    /// <summary>A shorter line that ends without a full stop is a heading or caption, not half a sentence.</summary>
    private const int FewestWords = 8;

    public static bool Continues(ReadOnlySpan<char> first, ReadOnlySpan<char> next)
    {
        ReadOnlySpan<char> head = first.TrimEnd();
        ReadOnlySpan<char> tail = next.TrimStart();
        if (head.IsEmpty || tail.IsEmpty || !(char.IsLetterOrDigit(head[^1]) || head[^1] is ',' or '-') || LineForms.CountWords(head) < FewestWords)
        {
            return false;
        }

        if (char.IsLower(tail[0]))
        {
            return true;
        }

        // A quotation that runs on from paragraph to paragraph ends each with a full stop and opens the next with a mark; this one does neither.
        return char.IsLetterOrDigit(tail[0]) && IsQuotationOpen(head) && ClosesQuotation(tail);
    }

    private static bool IsQuotationOpen(ReadOnlySpan<char> text)
    {
        int curly = 0;
        int straight = 0;
        foreach (char c in text)
        {
            curly += c is '“' or '«' or '„' ? 1 : c is '”' or '»' ? -1 : 0;
            straight += c == '"' ? 1 : 0;
        }

        return curly > 0 || (straight & 1) == 1;
    }

    private static bool ClosesQuotation(ReadOnlySpan<char> text)
    {
        int mark = text.IndexOfAny('”', '"', '»');
        int opening = text.IndexOfAny('“', '«');
        return mark >= 0 && (opening < 0 || mark < opening);
    }
}
