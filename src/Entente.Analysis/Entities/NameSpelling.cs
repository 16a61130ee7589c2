using Entente.Analysis.Text;

namespace Entente.Analysis.Entities;

/// <summary>How far two spellings of a name are apart, where letters that other alphabets are written with in several ways count little.</summary>
/// <remarks>An edit distance (Wagner and Fischer 1974) on small letters without diacritics: vowels for vowels 0.3 but u for a or i 0.5, a letter of one sound for another (k and q, s and z) 0.4,
/// a doubled letter or a vowel more 0.3, any other letter 1; vowels that stand together count as the first. Karim and Kareem are 0.3 apart, Omar and Amir 0.6. Cost: product of the lengths; nothing is allocated for names up to 40 letters.</remarks>
internal static class NameSpelling
{
    private const int Longest = 40;

    /// <summary>Most that two spellings of one name of middling length are apart.</summary>
    private const double Near = 0.65;

    /// <summary>Letters that stand for one another in transliteration, a group a line.</summary>
    private static readonly string[] s_sounds = ["kqcgx", "szc", "jgyi", "vwfbu", "dtz", "hkx", "uwo", "td"];

    /// <summary>Whether both may be spellings of one name: their letters nearly agree, and so does how they begin.</summary>
    public static bool MayBeOne(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        int shorter = Math.Min(a.Length, b.Length);
        if (shorter < 4 || a.Length > Longest || b.Length > Longest || Math.Abs(a.Length - b.Length) > 3)
        {
            return false;
        }

        // Any way to make one beginning of the other costs 1; most pairs end here.
        if (char.IsAscii(a[0]) && char.IsAscii(b[0]) && char.IsLetter(a[0]) && char.IsLetter(b[0]) && Change(char.ToLowerInvariant(a[0]), char.ToLowerInvariant(b[0])) >= 1)
        {
            return false;
        }

        double most = shorter >= 6 ? Near : shorter == 5 ? 0.6 : 0.3;
        return Distance(a, b) <= most;
    }

    public static double Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Span<char> left = stackalloc char[2 * Longest], right = stackalloc char[2 * Longest];
        left = left[..Fold(a, left)];
        right = right[..Fold(b, right)];
        Span<double> above = stackalloc double[right.Length + 1], row = stackalloc double[right.Length + 1];
        above[0] = 0;
        for (int j = 0; j < right.Length; j++)
        {
            above[j + 1] = above[j] + More(right, j);
        }

        for (int i = 0; i < left.Length; i++)
        {
            row[0] = above[0] + More(left, i);
            for (int j = 0; j < right.Length; j++)
            {
                double change = Change(left[i], right[j]);
                row[j + 1] = Math.Min(above[j] + change, Math.Min(above[j + 1] + More(left, i), row[j] + More(right, j)));
            }

            row.CopyTo(above);
        }

        return above[right.Length];
    }

    private static int Fold(ReadOnlySpan<char> name, Span<char> folded)
    {
        int count = 0;
        Span<char> letters = stackalloc char[2];
        foreach (char c in name)
        {
            if (!char.IsLetter(c) || count + 2 > folded.Length)
            {
                continue;
            }

            int n = Letters.Fold(c, letters);
            for (int i = 0; i < n; i++)
            {
                // Vowels that stand together are one sound, written in many ways: Hussein, Hussain.
                if (count == 0 || !IsVowel(folded[count - 1]) || !IsVowel(letters[i]))
                {
                    folded[count++] = letters[i];
                }
            }
        }

        return count;
    }

    private static double More(ReadOnlySpan<char> name, int at) =>
        at > 0 && name[at] == name[at - 1] ? 0.3 : at > 0 && IsVowel(name[at]) ? 0.3 : name[at] == 'h' && at > 0 ? 0.3 : 1;

    private static double Change(char a, char b)
    {
        if (a == b)
        {
            return 0;
        }

        if (IsVowel(a) && IsVowel(b))
        {
            // Hassan is not Hussein: u is written for o and e, hardly ever for a or i.
            return (a == 'u' && b is 'a' or 'i') || (b == 'u' && a is 'a' or 'i') ? 0.5 : 0.3;
        }

        foreach (string sound in s_sounds)
        {
            if (sound.Contains(a, StringComparison.Ordinal) && sound.Contains(b, StringComparison.Ordinal))
            {
                return 0.4;
            }
        }

        return 1;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
