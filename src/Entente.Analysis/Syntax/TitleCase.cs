using Entente.Analysis.Text;

namespace Entente.Analysis.Syntax;

/// <summary>Headlines That Are Written Like This, OR LIKE THIS, are read as if they were not: capitals there say nothing about a word, and trees are learned from sentences.</summary>
internal static class TitleCase
{
    private const int FewestWords = 4;
    private const int LongestWord = 40;

    /// <summary>Whether so many words that could be written small are not that the sentence must be a title.</summary>
    public static bool Is(string text, ReadOnlySpan<Token> tokens)
    {
        int words = 0, large = 0, small = 0;
        for (int i = 0; i < tokens.Length; i++)
        {
            ReadOnlySpan<char> form = tokens[i].Span.In(text);
            if (tokens[i].Kind != TokenKind.Word || !char.IsLetter(form[0]))
            {
                continue;
            }

            words++;
            if (char.IsUpper(form[0]))
            {
                large++;
            }
            else if (form.Length > 4)
            {
                small++;
            }
        }

        return words >= FewestWords && small * 8 <= words && large * 10 >= words * 6;
    }

    /// <summary>The form to read: lower case for a word that the model knows as no name.</summary>
    public static ReadOnlySpan<char> Lower(ReadOnlySpan<char> form, Lemmatizer lemmatizer, Span<char> room)
    {
        if (form.Length > LongestWord || form.Length > room.Length || !char.IsUpper(form[0]))
        {
            return form;
        }

        int length = form.ToLowerInvariant(room);
        ReadOnlySpan<char> lower = room[..length];
        return lemmatizer.IsCommon(lower) ? lower : form;
    }
}
