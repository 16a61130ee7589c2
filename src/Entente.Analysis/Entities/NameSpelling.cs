using Entente.Analysis.Text;

namespace Entente.Analysis.Entities;

/// <summary>The words of names as they are compared, and how far two spellings of one are apart, where letters that other alphabets are written with in several ways count little.</summary>
/// <remarks>An edit distance (Wagner and Fischer 1974) on small letters without diacritics: vowels for vowels 0.3 but u for a or i 0.5, a letter of one sound for another (k and q, s and z) 0.4,
/// a doubled letter or a vowel more 0.3, any other letter 1; vowels that stand together count as the first. Karim and Kareem are 0.3 apart, Omar and Amir 0.6. Cost: product of the lengths; nothing is allocated for names up to 40 letters.</remarks>
internal static class NameSpelling
{
    private const int Longest = 40;
    private const int Shortest = 4;

    /// <summary>Most that two spellings of one name of middling length are apart.</summary>
    private const double Near = 0.65;

    private static readonly System.Buffers.SearchValues<char> s_breaks = System.Buffers.SearchValues.Create(" -’'.\u00A0");

    /// <summary>Letters that stand for one another in transliteration, a group a line.</summary>
    private static readonly string[] s_sounds = ["kqcgx", "szc", "jgyi", "vwfbu", "dtz", "hkx", "uwo", "td", "hj"];

    /// <summary>Whether both may be spellings of one name: their letters nearly agree, and so does how they begin.</summary>
    public static bool MayBeOne(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        int shorter = Math.Min(a.Length, b.Length);
        if (shorter < Shortest || a.Length > Longest || b.Length > Longest || Math.Abs(a.Length - b.Length) > 3)
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

    /// <summary>The words of a name as names are compared: small, without diacritics, articles and the possessive. "Hossam El-Sherbini's" is hossam, sherbini.</summary>
    public static string[] Words(string name)
    {
        List<string> words = [];
        Span<char> folded = stackalloc char[2 * Longest];
        foreach (Range range in name.AsSpan().SplitAny(s_breaks))
        {
            ReadOnlySpan<char> word = name.AsSpan(range);
            ReadOnlySpan<char> letters = folded[..Fold(word[..Math.Min(word.Length, Longest)], folded, asSound: false)];
            if (letters.Length > 0 && letters is not ("al" or "el" or "the" or "bin" or "ibn") && (letters is not "s" || words.Count == 0))
            {
                words.Add(letters.ToString());
            }
        }

        return [.. words];
    }

    /// <summary>The first letters of a name's words, those of the small joining words left out.</summary>
    public static string Initials(string[] words) => string.Concat(words.Where(w => w is not ("of" or "and" or "for" or "on" or "in")).Select(w => w[0]));

    /// <summary>How many words of a body's name are left without "Ltd" and its like at the end; one at least.</summary>
    public static int WithoutFirmMarks(string[] words)
    {
        int count = words.Length;
        while (count > 1 && (Gazetteer.Shipped.KindsOf(Gazetteer.Key(words[count - 1])) & NameKinds.FirmMark) != 0)
        {
            count--;
        }

        return count;
    }

    /// <summary>Adds what two words share if <see cref="MayBeOne"/> holds of them: the consonants, where vowels, doubled letters and h differ; the word less one letter, where that one is written otherwise.</summary>
    public static void AddKeys(string word, ICollection<string> keys)
    {
        keys.Add("sound " + string.Concat(word.Where(c => !IsVowel(c) && c is not ('h' or 'w')).Distinct()));
        for (int i = 0; i < word.Length && word.Length >= Shortest; i++)
        {
            if (Array.Exists(s_sounds, s => s.Contains(word[i], StringComparison.Ordinal)))
            {
                keys.Add($"but {word.AsSpan(0, i)}?{word.AsSpan(i + 1)}");
            }
        }
    }

    public static double Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Span<char> left = stackalloc char[2 * Longest], right = stackalloc char[2 * Longest];
        left = left[..Fold(a, left, asSound: true)];
        right = right[..Fold(b, right, asSound: true)];
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

    /// <summary>Letters, small and without diacritics; for the sound no digits, and one vowel of several.</summary>
    private static int Fold(ReadOnlySpan<char> name, Span<char> folded, bool asSound)
    {
        int count = 0;
        Span<char> letters = stackalloc char[2];
        foreach (char c in name)
        {
            if (!(char.IsLetter(c) || (!asSound && char.IsDigit(c))) || count + 2 > folded.Length)
            {
                continue;
            }

            int n = Letters.Fold(c, letters);
            for (int i = 0; i < n; i++)
            {
                // Vowels that stand together are one sound, written in many ways: Hussein, Hussain.
                if (!asSound || count == 0 || !IsVowel(folded[count - 1]) || !IsVowel(letters[i]))
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
