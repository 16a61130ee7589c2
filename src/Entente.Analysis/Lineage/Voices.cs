using Entente.Analysis.Attributions;
using Entente.Analysis.Text;

namespace Entente.Analysis.Lineage;

/// <summary>Whose words a report passes on outside quotation marks: the noun before each "said", the one after each "according to".</summary>
internal static class Voices
{
    private const int FewestMentions = 2;

    private const double Most = 0.5;

    private const int LongestName = 6;

    /// <summary>Whether half or more of what a report passes on is one body's or person's, as in a write-up of an announcement.</summary>
    public static bool IsSingle(StoryReport report)
    {
        Dictionary<string, int> mentions = new(StringComparer.Ordinal);
        int all = 0;
        foreach (string voice in Of(report))
        {
            mentions[voice] = mentions.GetValueOrDefault(voice) + 1;
            all++;
        }

        return all >= FewestMentions && mentions.Values.Max() >= Most * all;
    }

    private static IEnumerable<string> Of(StoryReport report)
    {
        string text = report.Document.Text;
        foreach (Sentence sentence in report.Tokenized.Sentences)
        {
            for (int t = sentence.FirstToken; t < sentence.FirstToken + sentence.TokenCount; t++)
            {
                Token token = report.Tokenized.Tokens[t];
                if (report.IsQuotedAt(token.Start))
                {
                    continue;
                }

                int named = Vocabulary.Cue(token.Span.In(text)) is { Frame: CueFrame.Speech or CueFrame.Tell }
                    ? Before(report, sentence, t)
                    : token.Span.In(text).Equals("according", StringComparison.OrdinalIgnoreCase) ? After(report, sentence, t) : -1;
                if (named >= 0)
                {
                    yield return WordStem.Of(WordFolding.Fold(report.Tokenized.Tokens[named].Span.In(text)));
                }
            }
        }
    }

    /// <summary>The noun that a verb of saying follows, adverbs and auxiliaries between them passed over.</summary>
    private static int Before(StoryReport report, Sentence sentence, int verb)
    {
        for (int t = verb - 1; t >= Math.Max(sentence.FirstToken, verb - 3); t--)
        {
            ReadOnlySpan<char> word = report.Tokenized.Tokens[t].Span.In(report.Document.Text);
            if (report.Tokenized.Tokens[t].Kind != TokenKind.Word || report.IsQuotedAt(report.Tokenized.Tokens[t].Start))
            {
                return -1;
            }

            if (Vocabulary.Function(word) is null)
            {
                return Vocabulary.IsAdverb(word) ? -1 : t;
            }

            if (word is not ("has" or "have" or "had" or "also" or "later" or "then"))
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>The last word of the name after "according to".</summary>
    private static int After(StoryReport report, Sentence sentence, int according)
    {
        int end = Math.Min(sentence.FirstToken + sentence.TokenCount, according + 2 + LongestName);
        int last = -1;
        for (int t = according + 2; t < end && report.Tokenized.Tokens[t].Kind == TokenKind.Word; t++)
        {
            if (Vocabulary.Function(report.Tokenized.Tokens[t].Span.In(report.Document.Text)) is null)
            {
                last = t;
            }
            else if (last >= 0)
            {
                break;
            }
        }

        return last;
    }
}
