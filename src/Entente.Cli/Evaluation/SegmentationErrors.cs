using Entente.Analysis.Scoring;
using Entente.Analysis.Text;

namespace Entente.Cli.Evaluation;

/// <summary>Where sentences and words made from raw text differ from a treebank's, to learn from: <c>‖</c> for the end of a sentence, <c>|</c> for that of a word.</summary>
internal sealed class SegmentationErrors
{
    private static readonly string[] s_kinds = ["end of sentence missed", "end of sentence spurious", "words"];

    private readonly List<(string Kind, uint Order, string Id, int At, string Line)> _errors = [];

    public void Add(TreebankDocument gold, TokenizedDocument found)
    {
        HashSet<int> goldEnds = [.. gold.Sentences.Select(s => s.Span.End)];
        HashSet<int> foundEnds = [.. found.Sentences.Select(s => s.Span.End)];
        foreach (int end in goldEnds.Where(e => !foundEnds.Contains(e)))
        {
            Add(s_kinds[0], gold, end, Around(gold.Text, end));
        }

        foreach (int end in foundEnds.Where(e => !goldEnds.Contains(e)))
        {
            Add(s_kinds[1], gold, end, Around(gold.Text, end));
        }

        AddWords(gold, found);
    }

    /// <param name="most">Of each kind.</param>
    public void Print(int most, TextWriter output)
    {
        foreach (string kind in most > 0 ? s_kinds : [])
        {
            var errors = _errors.Where(e => e.Kind == kind).OrderBy(e => e.Order).ThenBy(e => e.Id, StringComparer.Ordinal).ThenBy(e => e.At).ToArray();
            output.WriteLine();
            output.WriteLine($"  {kind}: {errors.Length}");
            foreach (var error in errors.Take(most))
            {
                output.WriteLine($"    {error.Line}");
            }
        }
    }

    private void AddWords(TreebankDocument gold, TokenizedDocument found)
    {
        TreebankWord[] words = [.. gold.Sentences.SelectMany(s => s.Words)];
        for (int g = 0, f = 0; g < words.Length && f < found.Tokens.Length;)
        {
            if (words[g].Span == found.Tokens[f].Span)
            {
                g++;
                f++;
                continue;
            }

            // On to where both end together.
            (int firstGold, int firstFound) = (g, f);
            (int goldEnd, int foundEnd) = (words[g++].Span.End, found.Tokens[f++].End);
            while (goldEnd != foundEnd && (goldEnd < foundEnd ? g < words.Length : f < found.Tokens.Length))
            {
                if (goldEnd < foundEnd)
                {
                    goldEnd = words[g++].Span.End;
                }
                else
                {
                    foundEnd = found.Tokens[f++].End;
                }
            }

            string should = string.Join('|', words[firstGold..g].Select(w => w.Form));
            string made = string.Join('|', found.Tokens[firstFound..f].Select(t => t.Span.Of(gold.Text)));
            Add(s_kinds[2], gold, words[firstGold].Span.Start, $"{should}   made {made}");
        }
    }

    private void Add(string kind, TreebankDocument gold, int at, string line) => _errors.Add((kind, AttributionErrors.Hash($"{gold.Id}\0{at}"), gold.Id, at, line));

    private static string Around(string text, int end)
    {
        string before = text[Math.Max(0, end - 60)..end];
        string behind = text[end..Math.Min(text.Length, end + 40)];
        return $"{before}‖{behind}".Replace("\n\n", " ¶ ", StringComparison.Ordinal).Replace('\n', ' ');
    }
}
