using System.Collections.Immutable;
using System.Globalization;
using Entente.Analysis.Text;

namespace Entente.Reading.Languages;

/// <summary>Tells the language of a report: by its script where that is enough, else by its little words.</summary>
/// <remarks>
/// Names, which news is full of, belong to no language; <em>the, of, und, que</em> do. Each of them votes for the languages it is a word
/// of, and less the more they are. Too few votes, or two languages close together, is <c>und</c>, unless the page declares one of those in question.
/// </remarks>
internal static class LanguageIdentifier
{
    public const string English = "en";
    public const string Undetermined = "und";

    // Enough to be sure of any text; a book needs no more than its first pages.
    private const int MostWords = 1200;

    // Votes for each word of the text. Running prose has 0.25 to 0.45; a list of names, a table or another language below 0.05.
    private const double FewestVotes = 0.06;
    private const double FewestVotesInAll = 0.9;
    private const double LeastLead = 1.15;

    // "De la Cruz", "Al", "Die Zeit": a capital may begin a sentence, but more often a name.
    private const double CapitalWeight = 0.5;

    private static readonly FunctionWords s_words = FunctionWords.Load();
    private static readonly int s_english = s_words.IndexOf(English);

    /// <param name="declared">What the page or record says, such as <c>en-GB</c>; heeded only where the words do not decide.</param>
    public static string Identify(string text, ImmutableArray<Block> blocks, string? declared)
    {
        double[] votes = new double[s_words.Languages.Length];
        ScriptCount scripts = new();
        int words = 0;
        Span<char> word = stackalloc char[FunctionWords.LongestWord];
        foreach (Block block in blocks)
        {
            if (block.IsReporting && words < MostWords)
            {
                words += Count(block.Span.In(text), word, votes, ref scripts);
            }
        }

        if (scripts.Telling is { } byScript)
        {
            return byScript;
        }

        (int best, int second) = TopTwo(votes);
        string? hint = declared is { Length: >= 2 } ? declared.Split('-', '_')[0].ToLowerInvariant() : null;
        bool isEnough = votes[best] >= FewestVotesInAll && votes[best] >= FewestVotes * words;
        if (isEnough && votes[best] >= votes[second] * LeastLead)
        {
            return s_words.Languages[best];
        }

        int hinted = hint is null ? -1 : s_words.IndexOf(hint);
        if (hinted >= 0 && (isEnough ? hinted == best || hinted == second : votes[hinted] >= votes[best]))
        {
            return s_words.Languages[hinted];
        }

        // Danish and Norwegian, Czech and Slovak share most little words; either answer will do, for neither is analysed.
        bool isEnglishInQuestion = s_words.Languages[best] == English || s_words.Languages[second] == English;
        return isEnough && !isEnglishInQuestion ? s_words.Languages[best] : Undetermined;
    }

    /// <summary>The language's English name, or its code where it has none here.</summary>
    public static string NameOf(string code) => s_words.NameOf(code);

    private static int Count(ReadOnlySpan<char> text, Span<char> word, double[] votes, ref ScriptCount scripts)
    {
        int words = 0;
        int at = 0;
        while (at < text.Length && words < MostWords)
        {
            if (!IsPartOfWord(text[at]))
            {
                at++;
                continue;
            }

            int start = at;
            while (at < text.Length && (IsPartOfWord(text[at]) || (text[at] is '\'' or '’' && at + 1 < text.Length && char.IsLetter(text[at + 1]))))
            {
                at++;
            }

            ReadOnlySpan<char> found = text[start..at];
            scripts.Add(found);
            words++;
            if (found.Length <= word.Length)
            {
                found.ToLowerInvariant(word);
                Span<char> lower = word[..found.Length];
                lower.Replace('’', '\'');
                // Hardly another language of news sets 's after its names.
                if (lower is [.., '\'', 's'] && !s_words.Has(lower))
                {
                    votes[s_english] += CapitalWeight;
                    lower = lower[..^2];
                }

                s_words.Vote(lower, char.IsUpper(found[0]) ? CapitalWeight : 1, votes);
            }
        }

        return words;
    }

    // A mark on a letter is part of the word: Hindi and Arabic are full of them.
    private static bool IsPartOfWord(char c) =>
        char.IsLetter(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark || c == '\u200C';

    private static (int Best, int Second) TopTwo(double[] votes)
    {
        int best = 0;
        int second = 1;
        for (int i = 1; i < votes.Length; i++)
        {
            if (votes[i] > votes[best])
            {
                (best, second) = (i, best);
            }
            else if (i == 1 || votes[i] > votes[second])
            {
                second = i;
            }
        }

        return (best, second);
    }
}
