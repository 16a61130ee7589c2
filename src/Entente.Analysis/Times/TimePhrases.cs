using System.Collections.Frozen;
using Entente.Analysis.Text;

namespace Entente.Analysis.Times;

/// <summary>A table of phrases, found by their tokens whatever their case and kind of apostrophe.</summary>
internal sealed class TimePhrases
{
    private readonly FrozenDictionary<string, Phrase[]>.AlternateLookup<ReadOnlySpan<char>> _byFirstWord;

    /// <param name="file">Rows of phrase and values.</param>
    public TimePhrases(string file)
    {
        List<Token> tokens = [];
        List<Phrase> phrases = [];
        foreach (string[] row in DataFile.Rows(file))
        {
            tokens.Clear();
            // With a figure behind, as "ca." keeps its dot only before one.
            string phrase = row[0] + " 1";
            Tokenizer.Tokenize(phrase, new TextSpan(0, phrase.Length), tokens);
            tokens.RemoveAt(tokens.Count - 1);
            phrases.Add(new Phrase([.. tokens.Select(t => t.Span.Of(row[0]))], row[1..]));
        }

        // The longest first, so that the first that fits is the one.
        FirstWords = [.. phrases.Select(p => p.Words[0]).Distinct(StringComparer.OrdinalIgnoreCase)];
        _byFirstWord = phrases.GroupBy(p => p.Words[0], StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(p => p.Words.Length).ToArray(), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public IReadOnlyList<string> FirstWords { get; }

    /// <summary>The longest phrase at token <paramref name="i"/>, as its values; null if there is none.</summary>
    /// <param name="end">One behind its last token.</param>
    public string[]? Find(TokenizedDocument document, int i, int limit, out int end)
    {
        end = i;
        string text = document.Document.Text;
        if (i >= limit || !_byFirstWord.TryGetValue(document.Tokens[i].Span.In(text), out Phrase[]? phrases))
        {
            return null;
        }

        foreach (Phrase phrase in phrases)
        {
            int length = phrase.Words.Length;
            if (i + length > limit)
            {
                continue;
            }

            int k = 1;
            while (k < length && Same(document.Tokens[i + k].Span.In(text), phrase.Words[k]))
            {
                k++;
            }

            if (k == length)
            {
                end = i + length;
                return phrase.Values;
            }
        }

        return null;
    }

    private static bool Same(ReadOnlySpan<char> found, string word)
    {
        if (found.Length != word.Length)
        {
            return false;
        }

        for (int c = 0; c < word.Length; c++)
        {
            char one = found[c] is '’' or '‘' ? '\'' : char.ToLowerInvariant(found[c]);
            if (one != word[c])
            {
                return false;
            }
        }

        return true;
    }

    private sealed record Phrase(string[] Words, string[] Values);
}
