using Entente.Analysis.Attributions;
using Entente.Analysis.Text;

namespace Entente.Analysis.Tracing;

/// <summary>Which quotations of a pile are wanted.</summary>
/// <param name="Speaker">Words that must all stand in what names the speaker, case and diacritics aside; null for any speaker and none.</param>
/// <param name="Said">Words that must all stand in what is said, in any order and inflection; null for all.</param>
/// <param name="Reported">Whether speech reported without quotation marks is wanted too.</param>
public sealed record QuotationFilter(string? Speaker = null, string? Said = null, bool Reported = false)
{
    public static readonly QuotationFilter All = new();

    private readonly string[] _speaker = [.. Folded(Speaker)];
    private readonly string[] _said = [.. Folded(Said).Select(w => WordStem.Of(w))];

    /// <summary>Whether there is a word to look for.</summary>
    public static bool HasWords(string? words) => Folded(words).Count > 0;

    /// <param name="names">Words for the speaker, by this report or another.</param>
    internal bool WantsSpeaker(IEnumerable<string> names) => _speaker.Length == 0 || names.Any(n =>
    {
        List<string> words = Folded(n);
        return _speaker.All(words.Contains);
    });

    internal bool WantsWords(string said)
    {
        if (_said.Length == 0)
        {
            return true;
        }

        HashSet<string> words = [.. Folded(said).Select(w => WordStem.Of(w))];
        return _said.All(words.Contains);
    }

    private static List<string> Folded(string? words) => words is null ? [] : [.. QuotedWord.Of(words, [new TextSpan(0, words.Length)]).Select(w => w.Folded)];
}
