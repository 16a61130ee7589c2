using Entente.Analysis.Attributions;
using Entente.Analysis.Text;

namespace Entente.Analysis.Tracing;

/// <summary>A sentence to be found: its words, and how telling each of them is in a pile.</summary>
/// <remarks>A word of weight weighs −log of the share of reports that hold it; a small pile is read as if it were part of one of a hundred more, as in
/// <see cref="Stories.TermIndex"/>. Function words weigh nothing: they are compared, but nothing is looked at because of them.</remarks>
internal sealed class SoughtSentence
{
    /// <summary>Fewer words would be found everywhere.</summary>
    public const int FewestWords = 3;

    /// <summary>More are a report: <c>entente diff</c> compares two.</summary>
    public const int MostWords = 400;

    private const int UnseenReports = 100;

    private readonly Dictionary<string, double> _weights = new(StringComparer.Ordinal);

    public SoughtSentence(string sentence)
    {
        Words = QuotedWord.Of(sentence, [new TextSpan(0, sentence.Length)]);
        Telling = [.. Words.Where(w => w.IsContent).Select(w => w.Folded).Distinct(StringComparer.Ordinal)];
        Weigh(1, new int[Telling.Length]);
    }

    public List<QuotedWord> Words { get; }

    /// <summary>Its different words of weight.</summary>
    public string[] Telling { get; }

    /// <summary>What all its words weigh together.</summary>
    public double Weight { get; private set; }

    /// <summary>Whether it has enough words to be sought, and not too many.</summary>
    public bool CanBeSought => Words.Count is >= FewestWords and <= MostWords && Telling.Length > 0;

    public double WeightOf(string folded) => _weights.GetValueOrDefault(folded);

    /// <param name="reportsWith">In how many reports each of <see cref="Telling"/> stands.</param>
    public void Weigh(int reports, int[] reportsWith)
    {
        for (int t = 0; t < Telling.Length; t++)
        {
            _weights[Telling[t]] = Math.Log((reports + UnseenReports) / (1.0 + reportsWith[t]));
        }

        Weight = Words.Sum(w => WeightOf(w.Folded));
    }
}
