using Entente.Analysis.Reuse;
using Entente.Analysis.Text;

namespace Entente.Analysis.Stories;

/// <summary>The terms of a pile of reports, and how telling each of them is.</summary>
internal sealed class TermIndex
{
    // A small pile is read as if it were part of one this much larger, else what every report of its one story names would count for nothing.
    private const int UnseenReports = 100;

    private const double Headline = 3;
    private const double Opening = 2;
    private const int OpeningSentences = 3;

    private const double Name = 1.6;
    private const double Number = 1.2;
    private const double Country = 0.25;

    private static readonly HashSet<string> s_stopWords = [.. DataFile.Rows("Text/Languages/en/stop-words.tsv").Select(r => r[0])];
    private static readonly WordList s_places = WordList.Load("Text/Languages/en/places.tsv");
    private static readonly WordList s_demonyms = WordList.Load("Text/Languages/en/demonyms.tsv");
    private static readonly HashSet<string> s_countries = [.. DataFile.Rows("Stories/countries.tsv").Select(r => r[0])];

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _shown = [];
    private readonly List<bool> _isCountry = [];
    private readonly List<int> _reports = [];
    private readonly List<Dictionary<int, Seen>> _seen = [];

    /// <summary>How a term is used in one report.</summary>
    private record struct Seen(double Count, bool IsName, bool IsNumber);

    private TermIndex()
    {
    }

    public List<TermVector> Vectors { get; } = [];

    /// <summary>How many reports use a term.</summary>
    public int ReportsWith(int term) => _reports[term];

    public int Count => _shown.Count;

    public bool IsCountry(int term) => _isCountry[term];

    /// <summary>The term as the first report that uses it writes it.</summary>
    public string Show(int term) => _shown[term];

    /// <param name="series">Whose furniture is passed over.</param>
    public static TermIndex From(IReadOnlyList<TokenizedDocument> reports, OutletSeries series)
    {
        TermIndex index = new();
        foreach (TokenizedDocument report in reports)
        {
            index.Read(report, series.FurnitureOf(report.Document.Id));
        }

        foreach (Dictionary<int, Seen> seen in index._seen)
        {
            index.Vectors.Add(index.Weigh(seen, reports.Count));
        }

        return index;
    }

    private void Read(TokenizedDocument report, IReadOnlyList<TextSpan> furniture)
    {
        Dictionary<int, Seen> seen = [];
        string text = report.Document.Text;
        int bodySentences = 0;
        foreach (Sentence sentence in report.Sentences)
        {
            bool isHeadline = report.Document.Blocks[sentence.Block].Kind == BlockKind.Headline;
            double weight = isHeadline ? Headline : bodySentences++ < OpeningSentences ? Opening : 1;
            bool isFirst = true;
            for (int t = sentence.FirstToken; t < sentence.FirstToken + sentence.TokenCount; t++)
            {
                Token token = report.Tokens[t];
                if (token.Kind is not (TokenKind.Word or TokenKind.Number) || furniture.Any(f => f.Contains(token.Span)))
                {
                    continue;
                }

                bool mayBeName = !isHeadline && !isFirst && char.IsUpper(text[token.Start]);
                isFirst = false;
                if (TryFindTerm(token.Span.In(text)) is { } term)
                {
                    Seen before = seen.GetValueOrDefault(term);
                    seen[term] = new Seen(before.Count + weight, before.IsName || mayBeName, token.Kind == TokenKind.Number);
                }
            }
        }

        foreach (int term in seen.Keys)
        {
            _reports[term]++;
        }

        _seen.Add(seen);
    }

    private int? TryFindTerm(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[48];
        if (word.Length < 2 || word.Length > lower.Length)
        {
            return null;
        }

        int length = word.ToLowerInvariant(lower);
        ReadOnlySpan<char> term = lower[..length];
        if (term.EndsWith("'s") || term.EndsWith("’s"))
        {
            term = term[..^2];
        }

        if (s_stopWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(term) || term.Length < 2)
        {
            return null;
        }

        bool isCountry = NamesCountry(term);

        // "Inspections" and "inspection" are one term; no finer grammar is needed here.
        if (!isCountry && term.Length > 4 && term[^1] == 's' && term[^2] is not ('s' or 'u' or 'i'))
        {
            term = term[..^1];
        }

        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> numbers = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!numbers.TryGetValue(term, out int number))
        {
            number = _shown.Count;
            numbers[term] = number;
            _shown.Add(word.TrimEnd("'’s").Length == term.Length ? word[..term.Length].ToString() : word.ToString());
            _isCountry.Add(isCountry);
            _reports.Add(0);
        }

        return number;
    }

    /// <summary>A state, its people or what is of it. Most capitals are places where something happens, not names for a state.</summary>
    private static bool NamesCountry(ReadOnlySpan<char> term) =>
        s_places.Is(term, "state") || s_demonyms.Contains(term) || (term[^1] == 's' && s_demonyms.Contains(term[..^1]))
        || s_countries.GetAlternateLookup<ReadOnlySpan<char>>().Contains(term);

    private TermVector Weigh(Dictionary<int, Seen> seen, int reports)
    {
        int[] terms = [.. seen.Keys.Order()];
        double[] weights = new double[terms.Length];
        double squares = 0;
        for (int i = 0; i < terms.Length; i++)
        {
            Seen use = seen[terms[i]];
            double kind = _isCountry[terms[i]] ? Country : use.IsName ? Name : use.IsNumber ? Number : 1;
            weights[i] = kind * (1 + Math.Log(use.Count)) * Math.Log((double)(reports + UnseenReports) / _reports[terms[i]]);
            squares += weights[i] * weights[i];
        }

        double length = Math.Sqrt(squares);
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] /= length;
        }

        return new TermVector(terms, weights);
    }
}
