using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

/// <summary>A person's name as it stands in a phrase such as "Finance Minister Olga Brandt, who …", without title and role, folded to compare.</summary>
internal sealed class PersonName
{
    private static readonly WordList s_abbreviations = WordList.Load("Text/Languages/en/abbreviations.tsv");

    private PersonName(ImmutableArray<string> words) => Words = words;

    /// <summary>Small letters without diacritics; an initial is one letter. Hyphens part words, and the Arabic article is left out.</summary>
    public ImmutableArray<string> Words { get; }

    /// <summary>How much of a name it is: the more, the fewer persons it fits.</summary>
    public int Fullness => Words.Sum(w => w.Length > 1 ? 2 : 1);

    /// <summary>Whether both may name one person: one holds the other's words in their order, an initial standing for the word it begins.</summary>
    /// <remarks>"Brandt", "O. Brandt" and "Olga Brandt" may; "Olga Brandt" and "Otto Brandt" may not.</remarks>
    public bool MayBe(PersonName other)
    {
        (ImmutableArray<string> few, ImmutableArray<string> many) = Words.Length <= other.Words.Length ? (Words, other.Words) : (other.Words, Words);
        int found = 0;
        bool whole = false;
        foreach (string word in many)
        {
            if (found < few.Length && IsSame(few[found], word))
            {
                whole |= few[found].Length > 1 && word.Length > 1;
                found++;
            }
        }

        return found == few.Length && whole;
    }

    /// <summary>Null where the phrase names nobody: "the minister", "a spokesman for the port".</summary>
    public static PersonName? TryFrom(string phrase)
    {
        bool first = true;
        foreach (string part in phrase.Split([',', '(', ')', ';', '–', '—'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            string[] words = part.Split([' ', '\t', '\n', '\r', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
            List<string> run = LastRun(words, out bool isAll);
            // Behind a comma stands a name ("the head of the unit, Ada Lind") or what else the speaker is ("…, a former diver from Oslo").
            if (run.Count > 0 && (first || (isAll && !Vocabulary.IsPlace(run[^1]))))
            {
                ImmutableArray<string> name = [.. run.SelectMany(Folded)];
                return name.Any(w => w.Length > 1) ? new PersonName(name) : null;
            }

            first = false;
        }

        return null;
    }

    private static bool IsSame(string a, string b) => a == b || ((a.Length == 1 || b.Length == 1) && a[0] == b[0]);

    /// <summary>The last capitalised words before a preposition that no office or body follows.</summary>
    /// <param name="isAll">Whether the words are nothing but that name and a title.</param>
    private static List<string> LastRun(string[] words, out bool isAll)
    {
        List<string> run = [];
        bool ended = false;
        isAll = true;
        for (int i = 0; i < words.Length; i++)
        {
            string word = Bare(words[i]);
            if (i > 0 && Vocabulary.Function(word) == "preposition" && char.IsLower(word[0]))
            {
                isAll = false;
                break;
            }

            if (IsNameWord(word) || (run.Count > 0 && !ended && IsParticle(word) && i + 1 < words.Length && IsNameWord(Bare(words[i + 1]))))
            {
                if (ended)
                {
                    run.Clear();
                }

                run.Add(word);
                ended = false;
                continue;
            }

            if (IsTitle(word) || word.Length == 0)
            {
                ended = run.Count > 0;
                continue;
            }

            isAll = false;
            ended = true;
            if (Vocabulary.Speaker(word) is not null)
            {
                // "Carrick Vane spokesman": whom he speaks for.
                run.Clear();
            }
        }

        return run;
    }

    private static bool IsNameWord(string word)
    {
        if (word.Length == 0 || IsTitle(word) || Vocabulary.Speaker(word) is not null || IsSuffix(word))
        {
            return false;
        }

        bool isCapital = char.IsUpper(word[0]) || ((word.StartsWith("al-", StringComparison.Ordinal) || word.StartsWith("el-", StringComparison.Ordinal)) && word.Length > 3 && char.IsUpper(word[3]))
            || (word.Length > 2 && word[1] is '\'' or '’' && char.IsUpper(word[2]));
        // "A", "I" and "No" are letters of a name before a full stop only; here it is gone, so one letter is an initial.
        return isCapital && (word.Length == 1 || Vocabulary.Function(word) is null or "verb" or "time");
    }

    private static bool IsTitle(string word) => s_abbreviations.Is(word, "title") || word is "Sir" or "Dame" or "Lord" or "Lady" or "Miss" or "Madam" or "Sheikh" or "Ayatollah" or "Father" or "Sister" or "Brother";

    private static bool IsSuffix(string word) => word is "Jr" or "Sr" or "II" or "III" or "IV" or "MP" or "QC" or "KC" or "PhD";

    private static bool IsParticle(string word) => word is "de" or "del" or "della" or "da" or "das" or "dos" or "di" or "du" or "la" or "le" or "van" or "von" or "der" or "den" or "ter" or "ten" or "zu" or "bin" or "ibn" or "bint" or "al" or "el" or "y" or "e";

    /// <summary>Without the marks around it and a possessive ending.</summary>
    private static string Bare(string word)
    {
        ReadOnlySpan<char> bare = word.AsSpan().Trim(".,:;!?\"“”‘’'*_[]");
        return (bare.EndsWith("'s", StringComparison.Ordinal) || bare.EndsWith("’s", StringComparison.Ordinal) ? bare[..^2] : bare).ToString();
    }

    private static IEnumerable<string> Folded(string word)
    {
        Span<char> letters = new char[2 * word.Length];
        int length = 0;
        foreach (char c in word)
        {
            if (char.IsLetterOrDigit(c))
            {
                length += Letters.Fold(c, letters[length..]);
            }
            else if (c is '-' or '‐' or '‑' or '.')
            {
                letters[length++] = ' ';
            }
        }

        string[] parts = letters[..length].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Where((p, i) => p is not ("al" or "el") || i == parts.Length - 1);
    }
}
