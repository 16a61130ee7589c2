namespace Entente.Analysis.Text;

/// <summary>Letters as they are compared: small and without diacritics.</summary>
/// <remarks>Normalization needs ICU data, which the product does without; the table is <c>Text/letters.tsv</c>.</remarks>
internal static class Letters
{
    // All letters of the table stand before this.
    private const int TableEnd = 0x2000;
    private static readonly char[] s_second = new char[TableEnd];
    private static readonly char[] s_first = Load();

    /// <summary>Writes what <paramref name="letter"/> is compared as: one letter, or two where the mark stands for a second ("æ").</summary>
    /// <returns>How many characters were written.</returns>
    public static int Fold(char letter, Span<char> folded)
    {
        if (letter >= TableEnd)
        {
            folded[0] = char.ToLowerInvariant(letter);
            return 1;
        }

        folded[0] = s_first[letter];
        if (s_second[letter] == '\0')
        {
            return 1;
        }

        folded[1] = s_second[letter];
        return 2;
    }

    /// <summary>A mark that is written over or under the letter before it.</summary>
    public static bool IsCombiningMark(char c) => c is >= '\u0300' and <= '\u036F';

    private static char[] Load()
    {
        Dictionary<char, string> plain = [];
        foreach (string[] row in DataFile.Rows("Text/letters.tsv"))
        {
            foreach (char letter in row[1])
            {
                plain[letter] = row[0];
            }
        }

        char[] first = new char[TableEnd];
        for (char c = '\0'; c < TableEnd; c++)
        {
            char small = char.ToLowerInvariant(c);
            string? letters = plain.GetValueOrDefault(small);
            first[c] = letters?[0] ?? small;
            s_second[c] = letters?.Length > 1 ? letters[1] : '\0';
        }

        return first;
    }
}
