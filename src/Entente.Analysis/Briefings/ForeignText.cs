using System.Globalization;
using System.Text;

namespace Entente.Analysis.Briefings;

/// <summary>Words of a report made fit to stand in a line of ours: one line, nothing that steers a terminal or turns text around.</summary>
internal static class ForeignText
{
    /// <summary>The text on one line: white space and control characters become single spaces; marks that reverse the direction of
    /// the text around them, or that nobody sees, are left out.</summary>
    public static string OneLine(ReadOnlySpan<char> text) => Cleaned(text).Trim(' ');

    /// <summary>As <see cref="OneLine"/>, for a piece of a line: a space at either end stays.</summary>
    public static string Cleaned(ReadOnlySpan<char> text)
    {
        StringBuilder line = new(text.Length);
        bool gap = false;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                gap = true;
                continue;
            }

            if (IsUnseen(rune.Value))
            {
                continue;
            }

            if (gap)
            {
                line.Append(' ');
            }

            gap = false;
            line.Append(rune.ToString());
        }

        if (gap)
        {
            line.Append(' ');
        }

        return line.ToString();
    }

    /// <summary>At most <paramref name="columns"/> wide; where words are cut off, "…" says so.</summary>
    public static string Shortened(string line, int columns)
    {
        if (DisplayColumns.Of(line) <= columns)
        {
            return line;
        }

        int used = 0;
        int end = 0;
        int lastSpace = -1;
        foreach (Rune rune in line.EnumerateRunes())
        {
            used += DisplayColumns.Of(rune);
            if (used > columns - 1)
            {
                break;
            }

            if (rune.Value == ' ')
            {
                lastSpace = end;
            }

            end += rune.Utf16SequenceLength;
        }

        // At a word's end, unless that would lose more than a third of the room (no spaces in Chinese or in an address).
        int cut = lastSpace > end * 2 / 3 ? lastSpace : end;
        return line[..cut].TrimEnd(' ', ',', ';', ':', '–', '—', '-') + "…";
    }

    private static bool IsUnseen(int point) => point is 0xAD or 0x180E or 0x200B or 0xFEFF
        or (>= 0x200E and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F) or (>= 0xFFF9 and <= 0xFFFB) or (>= 0xE0000 and <= 0xE007F)
        || CharUnicodeInfo.GetUnicodeCategory(point) == UnicodeCategory.Surrogate;
}
