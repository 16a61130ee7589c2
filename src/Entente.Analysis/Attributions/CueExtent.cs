using System.Collections.Immutable;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

/// <summary>What belongs to a cue around its verb: the verbs that carry an infinitive ("had to admit"), an adverb behind it ("added later"), the day or hour ("said Monday", "said late last month"), the
/// interview or statement that the words stand in ("said in a phone interview"), and the colon that opens them ("said:").</summary>
internal static class CueExtent
{
    /// <summary>Words between "in an" and the interview: "in an exclusive telephone interview".</summary>
    private const int MostModifiers = 3;

    /// <summary>Words that carry an infinitive: "has yet", "was not able".</summary>
    private const int MostCarriers = 5;

    /// <returns>The first token of the cue that begins with <paramref name="opens"/> as far as the tree tells; an infinitive's cue begins behind the source where nothing
    /// else stands between them.</returns>
    public static int First(ParsedDocument parsed, int opens, int limit, ImmutableArray<TextSpan> source)
    {
        ImmutableArray<Token> tokens = parsed.Document.Tokens;
        string text = parsed.Document.Document.Text;
        if (opens <= limit || source.Length != 1 || tokens[opens].Span.In(text) is not "to")
        {
            return opens;
        }

        int first = opens;
        while (first > limit && opens - first < MostCarriers && parsed.Tags[first - 1] is PartOfSpeech.Verb or PartOfSpeech.Aux or PartOfSpeech.Adv or PartOfSpeech.Part or PartOfSpeech.Adj)
        {
            first--;
        }

        return first > limit && tokens[first - 1].End == source[0].End ? first : opens;
    }

    /// <returns>The last token of the cue whose verb is <paramref name="verb"/>; at most as far as <paramref name="limit"/>, exclusive.</returns>
    public static int Last(ParsedDocument parsed, SaidWhen when, int verb, int limit)
    {
        if (parsed.Tags[verb] != PartOfSpeech.Verb)
        {
            return verb;
        }

        string text = parsed.Document.Document.Text;
        int last = when.EndFrom(verb + 1) - 1;
        last += Vocabulary.Function(Word(last + 1)) == "adverb" ? 1 : 0;
        last = Medium(last);
        last += Word(last + 1) is ":" ? 1 : 0;
        return Math.Min(last, limit - 1);

        ReadOnlySpan<char> Word(int t) => t < limit ? parsed.Document.Tokens[t].Span.In(text) : default;

        int Medium(int before)
        {
            if (Word(before + 1) is "in" or "during" or "via" && Vocabulary.Function(Word(before + 2)) == "determiner")
            {
                for (int t = before + 3; t <= before + 3 + MostModifiers && t < limit && parsed.Tags[t] is PartOfSpeech.Noun or PartOfSpeech.Adj or PartOfSpeech.Propn; t++)
                {
                    if (IsMedium(Word(t)))
                    {
                        return t;
                    }
                }
            }

            return before;
        }
    }

    /// <summary>What words are said or written in.</summary>
    public static bool IsMedium(ReadOnlySpan<char> noun) => noun is "interview" or "interviews" or "conversation" or "remarks" or "comments" || Vocabulary.Speaker(noun) == "document";
}
