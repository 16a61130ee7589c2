using Entente.Analysis.Text;

namespace Entente.Analysis.Lineage;

/// <summary>A word by its place; <paramref name="Joined"/> tells that only white space stands between it and the word before.</summary>
/// <param name="Owned">Whether the word before is a possessive: "Russia's Interfax". Such a word starts a name of its own and is not joined.</param>
internal readonly record struct Word(int Start, int End, bool Joined, bool Owned)
{
    public ReadOnlySpan<char> Of(string text) => text.AsSpan(Start, End - Start);
}

/// <summary>The name of an outlet in running text: how it is called, and the words it takes.</summary>
/// <param name="First">Index of its first word.</param>
/// <param name="Last">Index after its last word, descriptors ("news agency") included.</param>
/// <param name="IsCertain">Whether it is listed, described as an outlet, or linked; else only its form says so.</param>
internal readonly record struct OutletName(string Name, int First, int Last, bool IsCertain);

/// <summary>Reads outlet names in one document: by the register, by a word that says what is named, by form, by the address a link leads to.</summary>
internal sealed class OutletNames
{
    private const int MostWords = 7;

    /// <summary>Words behind a name that say it is an outlet's.</summary>
    private static readonly string[][] s_after =
    [
        ["news", "agency"], ["press", "agency"], ["state", "news", "agency"], ["tv", "channel"], ["television", "channel"], ["news", "channel"], ["tv", "station"], ["radio", "station"],
        ["television"], ["tv"], ["channel"], ["newspaper"], ["daily"], ["weekly"], ["magazine"], ["news", "website"], ["news", "site"], ["website"], ["newswire"], ["news", "service"],
        ["news", "portal"], ["broadcaster"], ["agency"], ["radio"],
    ];

    /// <summary>Words before a name that say the same: "the newspaper Orlan".</summary>
    private static readonly HashSet<string> s_before = new(StringComparer.OrdinalIgnoreCase)
    {
        "newspaper", "paper", "daily", "weekly", "magazine", "broadcaster", "website", "newswire", "outlet", "tabloid", "portal", "channel", "station", "agency", "publication", "network", "blog",
    };

    /// <summary>Words that may stand between "the" and such a word or name: "the Russian state news agency RIA".</summary>
    private static readonly HashSet<string> s_qualifiers = new(StringComparer.OrdinalIgnoreCase)
    {
        "the", "a", "an", "state", "state-run", "state-owned", "official", "semi-official", "local", "private", "independent", "pro-government", "opposition", "news", "tv", "television", "radio", "regional",
        "national", "influential", "leading", "financial", "business", "online", "press", "public", "trade", "specialist", "english-language", "london-based", "right-wing", "left-wing", "conservative", "liberal", "rival",
    };

    /// <summary>Capitalised only because a sentence starts with them, or no part of a name.</summary>
    private static readonly HashSet<string> s_openers = new(StringComparer.OrdinalIgnoreCase)
    {
        "as", "the", "in", "on", "but", "and", "when", "while", "although", "though", "earlier", "later", "meanwhile", "yesterday", "today", "however", "still", "then", "also", "what", "after", "before", "since", "if",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        "a", "an", "this", "that", "our", "their", "his", "her", "its", "both", "according", "separately", "last", "by", "for", "from", "at", "so", "yet", "or", "even", "now", "only", "where", "which", "who", "citing", "quoting", "via", "source",
    };

    /// <summary>Bodies whose names look like papers'.</summary>
    private static readonly HashSet<string> s_notOutlets = new(StringComparer.OrdinalIgnoreCase) { "Human Rights Watch", "Neighbourhood Watch", "Neighborhood Watch", "White House Press", "Election Watch", "Border Watch" };

    private static readonly WordList s_demonyms = WordList.Load("Text/Languages/en/demonyms.tsv");

    /// <summary>Words that say where an outlet is from, or what it is, as demonyms do.</summary>
    private static readonly HashSet<string> s_likeDemonyms = new(StringComparer.Ordinal) { "US", "U.S", "Western", "State", "National", "Local", "Official", "Friday", "Saturday", "Sunday" };

    private static readonly HashSet<string> s_inside = new(StringComparer.OrdinalIgnoreCase) { "of", "de", "del", "della", "do", "da", "la", "le", "el", "al", "&", "and", "the", "for", "di", "der", "y" };

    private readonly string _text;
    private readonly OutletRegister _register;
    private readonly HashSet<string> _hosts = new(StringComparer.Ordinal);

    public OutletNames(Document document, OutletRegister register)
    {
        _text = document.Text;
        _register = register;
        foreach (Link link in document.Links)
        {
            if (HostOf(link.Href) is { } host)
            {
                // "harbourgazette" of www.harbourgazette.example
                string[] labels = host.Split('.');
                foreach (string label in labels)
                {
                    if (label.Length >= 5)
                    {
                        _hosts.Add(label.Replace("-", "", StringComparison.Ordinal));
                    }
                }
            }
        }
    }

    /// <summary>The host of a web address in lower case; null for anything else.</summary>
    public static string? HostOf(string href)
    {
        int scheme = href.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0 || !href.StartsWith("http", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        ReadOnlySpan<char> rest = href.AsSpan(scheme + 3);
        int end = rest.IndexOfAny('/', '?', '#');
        rest = end < 0 ? rest : rest[..end];
        return rest.IsEmpty ? null : rest[(rest.LastIndexOf('@') + 1)..].ToString().ToLowerInvariant();
    }

    /// <summary>The words of a stretch of text. A hyphen, apostrophe, dot or ampersand inside a word belongs to it.</summary>
    public static void ReadWords(string text, TextSpan span, List<Word> words)
    {
        words.Clear();
        int lastEnd = -1;
        bool owned = false;
        for (int i = span.Start; i < span.End;)
        {
            if (!char.IsLetterOrDigit(text[i]) && text[i] != '&')
            {
                i++;
                continue;
            }

            int start = i++;
            while (i < span.End && (char.IsLetterOrDigit(text[i])
                || (text[i] is '-' or '\'' or '’' or '.' or '/' or '‑' or '+' && i + 1 < span.End && char.IsLetterOrDigit(text[i + 1]) && !StartsPossessive(text, i, span.End))))
            {
                i++;
            }

            bool joined = lastEnd >= 0 && text.AsSpan(lastEnd, start - lastEnd).IsWhiteSpace();
            words.Add(new Word(start, i, joined && !owned, joined && owned));
            lastEnd = i;
            owned = false;
            if (i + 1 < span.End && text[i] is '\'' or '’' && text[i + 1] is 's')
            {
                // "Orlan's report": the name ends before the mark.
                i += 2;
                lastEnd = i;
                owned = true;
            }
        }
    }

    private static bool StartsPossessive(string text, int i, int end) =>
        text[i] is '\'' or '’' && text[i + 1] == 's' && (i + 2 >= end || !char.IsLetterOrDigit(text[i + 2]));

    /// <summary>The outlet named from word <paramref name="i"/> on, articles and descriptions before it passed over.</summary>
    public OutletName? TryReadForward(List<Word> words, int i)
    {
        bool described = false;
        int at = i;
        for (; at < words.Count && at < i + 7; at++)
        {
            if (at > i && !words[at].Joined && !words[at].Owned)
            {
                return null;
            }

            ReadOnlySpan<char> word = words[at].Of(_text);
            if (at + 1 < words.Count && words[at + 1].Owned && !IsListedFrom(words, at))
            {
                continue;
            }

            bool isDescription = s_before.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) && char.IsLower(word[0]);
            bool isQualifier = s_qualifiers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) && (char.IsLower(word[0]) || (at == i && word is "The" or "A"));
            described |= isDescription;
            if (!isDescription && (!isQualifier || (char.IsUpper(word[0]) && IsListedFrom(words, at))))
            {
                // "the Wrocław paper Odra Daily", "Russia's RIA": a place before the description is passed over with it.
                bool placeBefore = at + 2 < words.Count && words[at + 1].Joined && words[at + 2].Joined && char.IsUpper(word[0])
                    && s_before.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words[at + 1].Of(_text)) && char.IsLower(_text[words[at + 1].Start]) && IsNameWord(words[at + 2]);
                if (placeBefore && !IsListedFrom(words, at))
                {
                    described = true;
                    at++;
                    continue;
                }

                break;
            }
        }

        return at < words.Count ? TryReadName(words, at, described) : null;
    }

    /// <summary>The outlet whose name ends right before word <paramref name="end"/>.</summary>
    /// <param name="described">Whether something else says that it is an outlet's, so that any name will do.</param>
    public OutletName? TryReadBackward(List<Word> words, int end, bool described = false)
    {
        int first = end;
        while (first > 0 && end - first < MostWords + 3)
        {
            if (first < end && !words[first].Joined)
            {
                break;
            }

            Word word = words[first - 1];
            bool isPart = IsNameWord(word) || s_inside.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word.Of(_text)) || IsDescriptor(word.Of(_text));
            if (!isPart)
            {
                break;
            }

            first--;
        }

        for (int start = first; start < end; start++)
        {
            if (TryReadName(words, start, described || IsDescribed(words, start)) is { } name && name.Last == end)
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>The outlet that a whole short text names: a byline, the words in brackets.</summary>
    public OutletName? TryReadWhole(string name, bool anyName = false)
    {
        string bare = name.Trim(' ', '.', ',', ':', '*', '"', '“', '”', '\u00A0');
        bare = bare.StartsWith("the ", StringComparison.Ordinal) ? bare[4..] : bare;
        if (bare.Length == 0 || !(char.IsUpper(bare[0]) || char.IsDigit(bare[0]) || HasCapital(bare) || _register.TryFindByName(bare) is { } lower && lower.Name == bare))
        {
            return null;
        }

        if (_register.TryFindByName(bare) is { } listed)
        {
            return new OutletName(listed.Name!, 0, 0, true);
        }

        bool formed = OutletRegister.IsOutletLike(bare) && !s_notOutlets.Contains(bare);
        return formed || anyName || IsLinked(bare) ? new OutletName(OutletRegister.WithoutDescriptor(bare) is { Length: > 1 } shorter && KeepsForm(bare) ? shorter : bare, 0, 0, !formed) : null;
    }

    private OutletName? TryReadName(List<Word> words, int first, bool described)
    {
        if (!IsNameWord(words[first]) || s_openers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words[first].Of(_text)) && !IsListedFrom(words, first))
        {
            return null;
        }

        int end = first + 1;
        while (end < words.Count && end - first < MostWords && words[end].Joined
            && (IsNameWord(words[end]) || (s_inside.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words[end].Of(_text)) && end + 1 < words.Count && words[end + 1].Joined && IsNameWord(words[end + 1]))))
        {
            end++;
        }

        // Capitals that belong to what follows ("Reuters Tuesday") are left off; the longest listed name wins.
        for (int last = end; last > first; last--)
        {
            string name = _text[words[first].Start..words[last - 1].End];
            if (_register.TryFindByName(name) is { } listed)
            {
                return new OutletName(listed.Name!, first, AfterDescriptor(words, last), true);
            }
        }

        int plain = end;
        while (plain > first + 1 && s_openers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words[plain - 1].Of(_text)) && !OutletRegister.IsOutletLike(_text[words[first].Start..words[plain - 1].End]))
        {
            plain--;
        }

        string whole = _text[words[first].Start..words[plain - 1].End];
        int after = AfterDescriptor(words, plain);
        bool isDescribed = (after > plain || described) && !IsDemonym(words, first, plain);
        if (isDescribed || IsLinked(whole))
        {
            return new OutletName(whole, first, after, true);
        }

        for (int last = plain; last > first; last--)
        {
            string name = _text[words[first].Start..words[last - 1].End];
            if (OutletRegister.IsOutletLike(name) && !s_notOutlets.Contains(name))
            {
                return new OutletName(KeepsForm(name) ? OutletRegister.WithoutDescriptor(name) : name, first, last, false);
            }
        }

        return null;
    }

    /// <summary>"German newspaper", "South Korean channel": where it is from, not how it is called.</summary>
    private bool IsDemonym(List<Word> words, int first, int end)
    {
        bool compass = end - first == 2 && words[first].Of(_text) is "South" or "North" or "West" or "East" or "Saudi" or "Sri" or "New";
        ReadOnlySpan<char> word = words[end - 1].Of(_text);
        return (end - first == 1 || compass) && ((char.IsUpper(word[0]) && s_demonyms.Contains(word)) || s_likeDemonyms.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word));
    }

    /// <summary>Whether what is taken off a name is a description ("News Agency", "TV Channel"), not part of it ("… Daily").</summary>
    private static bool KeepsForm(string name) =>
        name.EndsWith("agency", StringComparison.OrdinalIgnoreCase) || name.EndsWith("channel", StringComparison.OrdinalIgnoreCase) || name.EndsWith(" website", StringComparison.OrdinalIgnoreCase) || name.EndsWith(" newspaper", StringComparison.OrdinalIgnoreCase);

    private int AfterDescriptor(List<Word> words, int at)
    {
        foreach (string[] descriptor in s_after)
        {
            bool fits = at + descriptor.Length <= words.Count;
            for (int d = 0; fits && d < descriptor.Length; d++)
            {
                fits = words[at + d].Joined && words[at + d].Of(_text).Equals(descriptor[d], StringComparison.OrdinalIgnoreCase);
            }

            if (fits)
            {
                return at + descriptor.Length;
            }
        }

        return at;
    }

    private bool IsDescribed(List<Word> words, int first) =>
        first > 0 && words[first].Joined && char.IsLower(_text[words[first - 1].Start]) && s_before.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words[first - 1].Of(_text));

    private static bool IsDescriptor(ReadOnlySpan<char> word)
    {
        foreach (string[] descriptor in s_after)
        {
            if (word.Equals(descriptor[^1], StringComparison.OrdinalIgnoreCase) || word.Equals("news", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsListedFrom(List<Word> words, int first)
    {
        for (int last = Math.Min(first + 4, words.Count); last > first + 1; last--)
        {
            bool joined = true;
            for (int w = first + 1; w < last; w++)
            {
                joined &= words[w].Joined;
            }

            if (joined && IsNameWord(words[last - 1]) && _register.TryFindByName(_text[words[first].Start..words[last - 1].End]) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsLinked(string name)
    {
        string key = OutletRegister.KeyOf(name);
        return key.Length >= 5 && _hosts.Contains(key);
    }

    /// <summary>A capitalised word, one with a capital inside ("al-Marsa"), a figure, or a listed name that is written small ("dpa").</summary>
    private bool IsNameWord(Word word)
    {
        ReadOnlySpan<char> letters = word.Of(_text);
        if (char.IsUpper(letters[0]) || char.IsDigit(letters[0]) && HasCapitalOrDot(letters))
        {
            return true;
        }

        return HasCapital(letters) || (letters.Length <= 4 && _register.TryFindByName(letters.ToString()) is { } listed && letters.Equals(listed.Name, StringComparison.Ordinal))
            || (letters.Length == 2 && char.IsDigit(letters[0]));
    }

    private static bool HasCapitalOrDot(ReadOnlySpan<char> letters) => letters.Contains('.') || HasCapital(letters);

    private static bool HasCapital(ReadOnlySpan<char> letters)
    {
        foreach (char c in letters)
        {
            if (char.IsUpper(c))
            {
                return true;
            }
        }

        return false;
    }
}
