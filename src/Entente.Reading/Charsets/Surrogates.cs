using System.Text;

namespace Entente.Reading.Charsets;

/// <summary>Keeps half surrogate pairs out of documents: they cannot be written as UTF-8 again.</summary>
internal static class Surrogates
{
    /// <summary>The text with each lone half as U+FFFD, so that no place in it moves.</summary>
    public static string MadeWhole(string text)
    {
        StringBuilder? whole = null;
        int next;
        for (int i = 0; (next = text.AsSpan(i).IndexOfAnyInRange('\uD800', '\uDFFF')) >= 0; i++)
        {
            i += next;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i++;
                continue;
            }

            whole ??= new StringBuilder(text);
            whole[i] = '\uFFFD';
        }

        return whole?.ToString() ?? text;
    }
}
