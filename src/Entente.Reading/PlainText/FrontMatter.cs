using Entente.Analysis.Text;
using Entente.Reading.Metadata;

namespace Entente.Reading.PlainText;

/// <summary>The block of <c>key: value</c> lines between two lines of <c>---</c> that a text may open with.</summary>
/// <remarks>Read by hand: the block is a flat list of a few known keys, and a text may hold anything. A value may stand in quotes;
/// a byline may be a list (<c>[a, b]</c> or lines of <c>- a</c>). Keys that are not known are passed over.</remarks>
internal sealed class FrontMatter
{
    /// <summary>A block longer than this is taken for text that happens to start with a rule.</summary>
    private const int MaxLength = 16_384;

    private static readonly string[] s_keys = ["id", "outlet", "published", "updated", "title", "byline", "url", "language"];

    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);

    /// <summary>Where the text after the block starts; 0 when there is none, or it cannot be read.</summary>
    public int Length { get; private set; }

    public Diagnostic? Problem { get; private set; }

    public static FrontMatter Read(string text)
    {
        FrontMatter matter = new();
        int i = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        if (!IsFence(LineAt(text, i)))
        {
            return matter;
        }

        int number = 1;
        string? list = null;
        bool known = false;
        for (i = NextLine(text, i); i < text.Length && i < MaxLength; i = NextLine(text, i))
        {
            number++;
            ReadOnlySpan<char> line = LineAt(text, i);
            if (IsFence(line) || line.TrimEnd().SequenceEqual("..."))
            {
                if (known)
                {
                    matter.Length = NextLine(text, i);
                }

                return matter;
            }

            ReadOnlySpan<char> trimmed = line.Trim();
            if (trimmed.IsEmpty || trimmed[0] == '#')
            {
                continue;
            }

            if (list is not null && trimmed.StartsWith("- "))
            {
                matter._values[list].Add(Unquoted(trimmed[2..]));
                continue;
            }

            int colon = trimmed.IndexOf(':');
            if (colon <= 0 || !IsKey(trimmed[..colon]))
            {
                return matter.Malformed(number, "a line without a key", known);
            }

            string key = trimmed[..colon].Trim().ToString().ToLowerInvariant();
            known |= s_keys.Contains(key);
            if (matter._values.ContainsKey(key))
            {
                return matter.Malformed(number, $"\"{key}\" is given twice", known);
            }

            ReadOnlySpan<char> value = trimmed[(colon + 1)..].Trim();
            List<string> values = [];
            matter._values.Add(key, values);
            list = key;
            if (value.StartsWith("[") && value.EndsWith("]"))
            {
                foreach (Range part in value[1..^1].Split(','))
                {
                    values.Add(Unquoted(value[1..^1][part]));
                }
            }
            else if (!value.IsEmpty && value is not ("null" or "~"))
            {
                values.Add(Unquoted(value));
            }
        }

        // A rule at the top of a text is no front matter; only what had keys in it was meant as such.
        return known ? matter.Malformed(number, "no closing line of ---", known) : matter;
    }

    /// <summary>Puts the values on the draft. A date that cannot be read is said and left out.</summary>
    public void ApplyTo(DocumentDraft draft)
    {
        draft.Id = Value("id");
        draft.OutletName = Value("outlet");
        draft.Title = Value("title");
        draft.Url = Value("url");
        draft.DeclaredLanguage = Value("language");
        draft.Published = Time("published", draft);
        draft.Updated = Time("updated", draft);
        if (_values.TryGetValue("byline", out List<string>? names))
        {
            foreach (string name in names)
            {
                string author = name.StartsWith("By ", StringComparison.OrdinalIgnoreCase) ? name[3..].Trim() : name;
                if (author.Length > 0)
                {
                    draft.Byline.Add(author);
                }
            }
        }
    }

    private StatedTime? Time(string key, DocumentDraft draft)
    {
        if (Value(key) is not { } stated)
        {
            return null;
        }

        StatedTime? time = TimeParser.TryParse(stated, TimeOrigin.FrontMatter) ?? MastheadDate.TryReadWhole(stated, TimeOrigin.FrontMatter);
        if (time is null)
        {
            draft.Diagnostics.Add(DiagnosticCode.DateUnreadable.For("front matter", stated));
        }

        return time;
    }

    private string? Value(string key) => _values.TryGetValue(key, out List<string>? values) && values.Count > 0 && values[0].Length > 0 ? values[0] : null;

    private FrontMatter Malformed(int line, string why, bool known)
    {
        Length = 0;
        _values.Clear();
        Problem = known ? DiagnosticCode.MalformedFrontMatter.For($"line {line}", why) : null;
        return this;
    }

    private static bool IsFence(ReadOnlySpan<char> line) => line.TrimEnd() is "---";

    private static bool IsKey(ReadOnlySpan<char> key)
    {
        foreach (char c in key.TrimEnd())
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '-' or '.'))
            {
                return false;
            }
        }

        return key.Length <= 40;
    }

    private static string Unquoted(ReadOnlySpan<char> value)
    {
        ReadOnlySpan<char> trimmed = value.Trim();
        bool quoted = trimmed.Length >= 2 && trimmed[0] is '"' or '\'' && trimmed[^1] == trimmed[0];
        return quoted ? trimmed[1..^1].ToString().Replace("\\\"", "\"", StringComparison.Ordinal) : trimmed.ToString();
    }

    private static ReadOnlySpan<char> LineAt(string text, int start)
    {
        ReadOnlySpan<char> rest = text.AsSpan(start);
        int newline = rest.IndexOf('\n');
        return newline < 0 ? rest : rest[..newline];
    }

    private static int NextLine(string text, int start)
    {
        int newline = text.IndexOf('\n', start);
        return newline < 0 ? text.Length : newline + 1;
    }
}
