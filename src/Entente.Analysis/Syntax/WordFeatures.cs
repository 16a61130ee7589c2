using Entente.Analysis.Text;

namespace Entente.Analysis.Syntax;

/// <summary>What a word looks like, as rows of a table: its ends, its shape and the pieces of it (Bojanowski et al. 2017, section 3.2), so that unseen words resemble seen ones.</summary>
/// <remarks>Several features may share a row (feature hashing, Weinberger et al. 2009). Cost is linear in the length of the word, which counts up to <see cref="LongestWord"/> letters.</remarks>
internal static class WordFeatures
{
    public const int LongestWord = 24;

    /// <summary>Features of every word before its pieces: prefixes of 1 to 3, suffixes of 1 to 4, shape and length.</summary>
    public const int Fixed = 9;

    /// <summary>The most features a word can have.</summary>
    public const int Most = Fixed + (3 * (LongestWord + 2));

    /// <summary>The hash of a word under which the model knows it.</summary>
    public static ulong Key(ReadOnlySpan<char> form)
    {
        Span<char> folded = stackalloc char[LongestWord];
        return WordHash.Of(folded[..Fold(form, folded)]);
    }

    /// <summary>Fills <paramref name="rows"/> with the word's rows in a table of <paramref name="tableRows"/>, a power of two.</summary>
    /// <returns>How many there are; the first <see cref="Fixed"/> are not pieces.</returns>
    public static int Rows(ReadOnlySpan<char> form, int tableRows, Span<int> rows)
    {
        Span<char> word = stackalloc char[LongestWord + 2];
        int length = Fold(form, word[1..^1]);
        word[0] = '^';
        word[length + 1] = '$';
        ReadOnlySpan<char> bounded = word[..(length + 2)];
        ReadOnlySpan<char> inner = bounded[1..^1];
        uint mask = (uint)tableRows - 1;
        int count = 0;
        for (int n = 1; n <= 3; n++)
        {
            rows[count++] = Row(inner[..Math.Min(n, length)], (uint)n, mask);
        }

        for (int n = 1; n <= 4; n++)
        {
            rows[count++] = Row(inner[^Math.Min(n, length)..], (uint)(10 + n), mask);
        }

        rows[count++] = ShapeRow(form, mask);
        rows[count++] = Row([], (uint)(30 + Math.Min(form.Length, 12)), mask);
        for (int n = 3; n <= 5; n++)
        {
            for (int at = 0; at + n <= bounded.Length; at++)
            {
                rows[count++] = Row(bounded.Slice(at, n), 50, mask);
            }
        }

        return count;
    }

    /// <summary>Lower case, one form of each mark, every digit 0; cut at <see cref="LongestWord"/>, keeping both ends.</summary>
    private static int Fold(ReadOnlySpan<char> form, Span<char> folded)
    {
        int length = Math.Min(form.Length, LongestWord);
        int half = LongestWord / 2;
        for (int i = 0; i < length; i++)
        {
            char c = form.Length > LongestWord && i >= half ? form[form.Length - LongestWord + i] : form[i];
            folded[i] = c switch
            {
                >= 'a' and <= 'z' => c,
                >= '0' and <= '9' => '0',
                '’' or '‘' or '‛' or '´' or '`' => '\'',
                '“' or '”' or '„' or '«' or '»' or '‟' or '″' => '"',
                '–' or '—' or '―' or '‒' or '‐' or '‑' or '−' => '-',
                _ => char.ToLowerInvariant(c),
            };
        }

        // Two apostrophes are a quotation mark, and a long run of dashes or stops is the same mark however long.
        if (length == 2 && folded[0] == '\'' && folded[1] == '\'')
        {
            folded[0] = '"';
            return 1;
        }

        if (form is "…")
        {
            folded[0] = folded[1] = folded[2] = '.';
            return 3;
        }

        if (form is "—" or "–" or "―" || (length >= 2 && folded[0] == '-' && folded[1] == '-'))
        {
            folded[0] = folded[1] = '-';
            return 2;
        }

        return length;
    }

    /// <summary>Kinds of letters in order, runs of one kind written once: "Xx", "XX", "x-Xx", "0".</summary>
    private static int ShapeRow(ReadOnlySpan<char> form, uint mask)
    {
        ulong hash = WordHash.Append(WordHash.Empty, 90);
        char before = '\0';
        int run = 0;
        foreach (char c in form[..Math.Min(form.Length, LongestWord)])
        {
            char kind = char.IsUpper(c) ? 'X' : char.IsLower(c) ? 'x' : char.IsDigit(c) ? '0' : char.IsLetter(c) ? 'y' : c;
            run = kind == before ? run + 1 : 1;
            if (run <= 2)
            {
                hash = WordHash.Append(hash, kind == 'x' && run == 2 ? 'x' : kind);
            }

            before = kind;
        }

        return (int)(WordHash.Mix(hash) & mask);
    }

    private static int Row(ReadOnlySpan<char> piece, uint kind, uint mask)
    {
        ulong hash = WordHash.Append(WordHash.Empty, kind);
        foreach (char c in piece)
        {
            hash = WordHash.Append(hash, c);
        }

        return (int)(WordHash.Mix(hash) & mask);
    }
}
