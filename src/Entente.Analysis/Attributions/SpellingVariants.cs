namespace Entente.Analysis.Attributions;

/// <summary>Folds the ways one English word is written: case, dots of abbreviations, hyphens, British and American spelling.</summary>
internal static class SpellingVariants
{
    public static string Fold(ReadOnlySpan<char> word)
    {
        Span<char> letters = word.Length <= 64 ? stackalloc char[word.Length] : new char[word.Length];
        int n = 0;
        foreach (char c in word)
        {
            if (c is '’' or '‘' or '`' or '´' or 'ʼ')
            {
                letters[n++] = '\'';
            }
            else if (c is not ('.' or '-' or '\u00AD'))
            {
                letters[n++] = char.ToLowerInvariant(c);
            }
        }

        string folded = new(letters[..n]);
        return folded switch
        {
            "'ll" or "wo" => "will",
            "ca" => "can",
            "n't" => "not",
            "'ve" => "have",
            "'re" => "are",
            "'m" => "am",
            _ => n < 5 ? folded : American(folded),
        };
    }

    private static string American(string w)
    {
        if (w.Contains("is", StringComparison.Ordinal))
        {
            foreach (string end in (ReadOnlySpan<string>)["isation", "isations", "ise", "ises", "ised", "ising", "iser", "isers"])
            {
                if (w.Length > end.Length + 3 && w.EndsWith(end, StringComparison.Ordinal))
                {
                    return w[..^end.Length] + "iz" + end[2..];
                }
            }
        }

        foreach ((string british, string american) in s_endings)
        {
            if (w.Length > british.Length + 1 && w.EndsWith(british, StringComparison.Ordinal))
            {
                w = string.Concat(w.AsSpan(0, w.Length - british.Length), american);
                break;
            }
        }

        if (w.Contains("our", StringComparison.Ordinal) && w is not ("course" or "court" or "courts" or "source" or "sources" or "journal" or "tourist" or "tourism" or "resource" or "resources" or "fourth" or "hours" or "yours" or "tours"))
        {
            w = w.Replace("our", "or", StringComparison.Ordinal);
        }

        return w.Replace("ll", "l", StringComparison.Ordinal);
    }

    private static readonly (string British, string American)[] s_endings =
    [
        ("fence", "fense"), ("fences", "fenses"), ("icence", "icense"), ("etence", "etense"), ("entre", "enter"), ("entres", "enters"), ("heatre", "heater"), ("ibre", "iber"),
        ("metre", "meter"), ("metres", "meters"), ("ogue", "og"), ("ogues", "ogs"), ("gramme", "gram"), ("grammes", "grams"), ("heque", "heck"), ("udgement", "udgment"),
        ("geing", "ging"), ("yse", "yze"), ("ysed", "yzed"), ("ysing", "yzing"),
    ];
}
