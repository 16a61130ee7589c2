using Entente.Analysis.Text;

namespace Entente.Analysis.Times;


/// <summary>Reads from the nearest verb whether what a sentence tells of a time lies before or after the report.</summary>
/// <remarks>No parser: the nearest word that is plainly past or future decides, and one behind the expression counts as a little farther off than one before it.</remarks>
internal static class TenseReader
{
    private const int Before = 14;
    private const int After = 6;
    private const int Handicap = 3;

    private static readonly WordList s_words = WordList.Load("Text/Languages/en/times-tense.tsv");

    public static Tense Read(TokenizedDocument document, int first, int limit, int start, int end)
    {
        (Tense nearest, int distance) = (Tense.Unknown, int.MaxValue);
        for (int t = start - 1, steps = 1; t >= first && steps <= Before; t--, steps++)
        {
            if (Of(document, t, first) is not Tense.Unknown and var found)
            {
                (nearest, distance) = (found == Tense.Present ? Tense.Unknown : found, steps);
                break;
            }
        }

        for (int t = end, steps = 1; t < limit && steps <= After && steps + Handicap < distance; t++, steps++)
        {
            if (Of(document, t, first) is not Tense.Unknown and var found)
            {
                return found == Tense.Present ? nearest : found;
            }
        }

        return nearest;
    }

    private static Tense Of(TokenizedDocument document, int t, int first)
    {
        Token token = document.Tokens[t];
        if (token.Kind != TokenKind.Word)
        {
            return Tense.Unknown;
        }

        ReadOnlySpan<char> word = token.Span.In(document.Document.Text);
        ReadOnlySpan<char> before = t > first ? document.Tokens[t - 1].Span.In(document.Document.Text) : [];

        // "is to open", "set to open", "expected to open"; of "to be held" it is "to" that tells, not "held".
        if (word is "to" && (before is "is" or "are" or "’s" or "'s" or "set" or "ready" or "going" || s_words.Is(before, "future")))
        {
            return Tense.Future;
        }

        if (before is "be" or "being" or "is" or "are" && ((word.EndsWith("ed") && !s_words.Is(word, "future")) || s_words.Is(word, "past")))
        {
            return Tense.Unknown;
        }

        if (s_words.Find(word) is { } listed)
        {
            return listed switch { "future" => Tense.Future, "present" => Tense.Present, _ => Tense.Past };
        }

        // "arrived", but no name and nothing after an article ("the united front").
        bool past = word.Length > 4 && char.IsLower(word[0]) && word.EndsWith("ed") && !word.EndsWith("eed");
        return past && before is not ("the" or "a" or "an") ? Tense.Past : Tense.Unknown;
    }
}
