namespace Entente.Reading.Languages;

/// <summary>Counts the letters of scripts that one language of news is written in.</summary>
internal struct ScriptCount
{
    private static readonly (char First, char Last, string Language)[] s_scripts =
    [
        ('\u0370', '\u03FF', "el"), ('\u0530', '\u058F', "hy"), ('\u0590', '\u05FF', "he"), ('\u0980', '\u09FF', "bn"), ('\u0A00', '\u0A7F', "pa"),
        ('\u0A80', '\u0AFF', "gu"), ('\u0B80', '\u0BFF', "ta"), ('\u0C00', '\u0C7F', "te"), ('\u0C80', '\u0CFF', "kn"), ('\u0D00', '\u0D7F', "ml"),
        ('\u0D80', '\u0DFF', "si"), ('\u0E00', '\u0E7F', "th"), ('\u0E80', '\u0EFF', "lo"), ('\u0F00', '\u0FFF', "bo"), ('\u1000', '\u109F', "my"),
        ('\u10A0', '\u10FF', "ka"), ('\u1200', '\u137F', "am"), ('\u1780', '\u17FF', "km"), ('\u3040', '\u30FF', "ja"), ('\u3400', '\u9FFF', "zh"),
        ('\uAC00', '\uD7A3', "ko"),
    ];

    private int[]? _counts;
    private int _letters;

    /// <summary>The language of the script that most letters belong to; null where a script of many languages leads.</summary>
    public readonly string? Telling
    {
        get
        {
            if (_counts is null)
            {
                return null;
            }

            // Japanese mixes kana with Chinese characters: a tenth of kana is no Chinese text.
            int kana = _counts[Index("ja")];
            int han = _counts[Index("zh")];
            if ((kana + han) * 2 > _letters)
            {
                return kana * 10 >= kana + han ? "ja" : "zh";
            }

            int best = Array.IndexOf(_counts, _counts.Max());
            return _counts[best] * 2 > _letters ? s_scripts[best].Language : null;
        }
    }

    public void Add(ReadOnlySpan<char> word)
    {
        foreach (char c in word)
        {
            _letters++;
            if (c < '\u0370')
            {
                continue;
            }

            for (int i = 0; i < s_scripts.Length; i++)
            {
                if (c >= s_scripts[i].First && c <= s_scripts[i].Last)
                {
                    (_counts ??= new int[s_scripts.Length])[i]++;
                    break;
                }
            }
        }
    }

    private static int Index(string language) => Array.FindIndex(s_scripts, script => script.Language == language);
}
