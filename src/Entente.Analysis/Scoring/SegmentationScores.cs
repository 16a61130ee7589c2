using Entente.Analysis.Text;

namespace Entente.Analysis.Scoring;

/// <summary>Tokens and sentences made from raw text beside those of a treebank, counted as the CoNLL 2018 shared task does.</summary>
/// <remarks>
/// Places count characters that are not white space. A sentence is right when both its ends are. A word by itself is right when both its ends are; words that a treebank
/// gives as parts of one token (<c>don't</c>) are right by their form, aligned by a longest common subsequence within that token. Zeman et al. 2018; names as in its script.
/// </remarks>
public sealed class SegmentationScores
{
    private readonly record struct Word(int Start, int End, bool IsMultiword, string Form);

    private long _rightWords, _foundWords, _goldWords, _rightSentences, _foundSentences, _goldSentences;

    public PrecisionRecall Words => PrecisionRecall.FromCounts(_rightWords, _foundWords, _goldWords);

    public PrecisionRecall Sentences => PrecisionRecall.FromCounts(_rightSentences, _foundSentences, _goldSentences);

    public long GoldWords => _goldWords;

    public long GoldSentences => _goldSentences;

    /// <param name="found">What was made of <paramref name="gold"/>'s text, of all of it.</param>
    public void Add(TreebankDocument gold, TokenizedDocument found)
    {
        int[] places = Places(gold.Text);
        Word[] goldWords = [.. gold.Sentences.SelectMany(s => s.Words).Select(w => new Word(places[w.Surface.Start], places[w.Surface.End], w.InMultiword, w.Form))];
        Word[] foundWords = [.. found.Tokens.Select(t => new Word(places[t.Start], places[t.End], false, t.Span.Of(gold.Text)))];
        _goldWords += goldWords.Length;
        _foundWords += foundWords.Length;
        _rightWords += Aligned(goldWords, foundWords);

        HashSet<(int, int)> sentences = [.. gold.Sentences.Select(s => (places[s.Span.Start], places[s.Span.End]))];
        _goldSentences += gold.Sentences.Length;
        _foundSentences += found.Sentences.Length;
        _rightSentences += found.Sentences.Count(s => sentences.Contains((places[s.Span.Start], places[s.Span.End])));
    }

    private static int[] Places(string text)
    {
        int[] places = new int[text.Length + 1];
        for (int i = 0; i < text.Length; i++)
        {
            places[i + 1] = places[i] + (char.IsWhiteSpace(text[i]) ? 0 : 1);
        }

        return places;
    }

    private static int Aligned(Word[] gold, Word[] found)
    {
        int right = 0;
        int g = 0, f = 0;
        while (g < gold.Length && f < found.Length)
        {
            if (gold[g].IsMultiword && found[f].Start >= gold[g].Start)
            {
                (int firstGold, int firstFound, int end) = (g, f, gold[g].End);
                while (!IsBeyond(gold, g, end) || !IsBeyond(found, f, end))
                {
                    if (g < gold.Length && (f >= found.Length || gold[g].Start <= found[f].Start))
                    {
                        end = gold[g].IsMultiword ? Math.Max(end, gold[g].End) : end;
                        g++;
                    }
                    else
                    {
                        f++;
                    }
                }

                right += CommonForms(gold[firstGold..g], found[firstFound..f]);
            }
            else if (!gold[g].IsMultiword && (gold[g].Start, gold[g].End) == (found[f].Start, found[f].End))
            {
                right++;
                g++;
                f++;
            }
            else if (!gold[g].IsMultiword && gold[g].Start <= found[f].Start)
            {
                g++;
            }
            else
            {
                f++;
            }
        }

        return right;
    }

    private static bool IsBeyond(Word[] words, int w, int end) =>
        w >= words.Length || (words[w].IsMultiword ? words[w].Start >= end : words[w].End > end);

    /// <summary>Length of the longest common subsequence of the forms, in any case of letters.</summary>
    private static int CommonForms(Word[] gold, Word[] found)
    {
        int[] before = new int[found.Length + 1];
        foreach (Word word in gold)
        {
            int[] row = new int[found.Length + 1];
            for (int f = 0; f < found.Length; f++)
            {
                row[f + 1] = string.Equals(word.Form, found[f].Form, StringComparison.OrdinalIgnoreCase) ? before[f] + 1 : Math.Max(row[f], before[f + 1]);
            }

            before = row;
        }

        return before[found.Length];
    }
}
