using System.Buffers;
using Entente.Analysis.Text;

namespace Entente.Reading.PlainText;

/// <summary>A line that says who published the report and when: "Harbour Gazette, December 9, 2015", "Published 9 Dec 2015, 14:05 GMT".</summary>
internal sealed record Masthead(string? Name, StatedTime? Published, StatedTime? Updated)
{
    private const int MostWordsOfName = 6;

    private static readonly SearchValues<char> s_sentenceMarks = SearchValues.Create("?!\"“”:");

    private static readonly string[] s_labels =
    [
        "first published on", "first published:", "first published", "published on", "published at", "published:", "published", "posted on", "posted at", "posted:", "posted", "date:",
        "issued:", "issued on", "publication date:", "release date:", "created:", "on", "at",
    ];

    private static readonly string[] s_updateLabels =
        ["last updated on", "last updated:", "last updated", "updated on", "updated at", "updated:", "updated", "last modified:", "last modified", "modified:", "modified on"];

    // A place and a date is a dateline on a line of its own, not a paper.
    private static readonly HashSet<string> s_cities = new(StringComparer.OrdinalIgnoreCase)
    {
        "New York", "Los Angeles", "San Francisco", "Washington, DC", "Washington DC", "Washington, D.C", "Addis Ababa", "Kuala Lumpur", "Buenos Aires", "Rio de Janeiro",
        "São Paulo", "Sao Paulo", "Mexico City", "Hong Kong", "Tel Aviv", "Abu Dhabi", "New Delhi", "Cape Town", "Phnom Penh", "Port Louis", "San Salvador", "Santo Domingo",
        "United Nations", "The Hague", "Kuwait City", "Panama City", "Guatemala City", "Ho Chi Minh City", "St Petersburg", "St. Petersburg", "Tel Aviv-Yafo", "Port Moresby",
        "Dar es Salaam", "San José", "San Juan", "La Paz", "Las Vegas", "New Orleans", "Sri Lanka", "South Korea", "North Korea", "South Africa", "United States", "United Kingdom",
        "Washington", "London", "Paris", "Berlin", "Brussels", "Geneva", "Vienna", "Rome", "Madrid", "Moscow", "Kyiv", "Kiev", "Ankara", "Istanbul", "Baghdad", "Damascus", "Beirut", "Jerusalem", "Amman",
        "Cairo", "Tehran", "Kabul", "Islamabad", "Delhi", "Mumbai", "Dhaka", "Beijing", "Shanghai", "Tokyo", "Seoul", "Manila", "Jakarta", "Bangkok", "Sydney", "Canberra", "Nairobi", "Lagos", "Abuja",
        "Johannesburg", "Pretoria", "Khartoum", "Tripoli", "Tunis", "Algiers", "Rabat", "Dakar", "Accra", "Kinshasa", "Kampala", "Riyadh", "Dubai", "Doha", "Athens", "Warsaw", "Prague", "Budapest",
        "Bucharest", "Sofia", "Belgrade", "Zagreb", "Sarajevo", "Stockholm", "Oslo", "Copenhagen", "Helsinki", "Lisbon", "Dublin", "Ottawa", "Toronto", "Havana", "Caracas", "Bogota", "Bogotá", "Lima",
        "Quito", "Santiago", "Brasilia", "Brasília",
    };

    /// <summary>The masthead that <paramref name="span"/> is; null if it is none. A line with nothing but a name is one only where the name is an outlet's beyond doubt.</summary>
    public static Masthead? TryRead(string text, TextSpan span, OutletRegister outlets)
    {
        if (span.Length > 200)
        {
            return null;
        }

        if (MastheadDate.TryFind(text, span) is not { } date)
        {
            string whole = Trimmed(span.In(text)).ToString();
            bool named = LineForms.CountWords(whole) <= 5 && !LineForms.EndsSentence(whole)
                && (outlets.TryFindByName(whole) is not null || (OutletRegister.IsOutletLike(whole) && NameForms.IsCapitalised(whole, 5)));
            return named ? new Masthead(whole, null, null) : null;
        }

        ReadOnlySpan<char> before = Trimmed(text.AsSpan(span.Start, date.Whole.Start - span.Start));
        TextSpan afterSpan = new(date.Whole.End, span.End);
        ReadOnlySpan<char> after = Trimmed(afterSpan.In(text));
        bool isUpdate = TakeLabel(ref before, s_updateLabels);
        if (!isUpdate)
        {
            TakeLabel(ref before, s_labels);
        }

        StatedTime? second = null;
        if (!after.IsEmpty && MastheadDate.TryFind(text, afterSpan) is { } other)
        {
            ReadOnlySpan<char> between = Trimmed(text.AsSpan(afterSpan.Start, other.Whole.Start - afterSpan.Start));
            if (!TakeLabel(ref between, s_updateLabels) || !between.IsEmpty)
            {
                return null;
            }

            second = other.Time;
            after = Trimmed(text.AsSpan(other.Whole.End, span.End - other.Whole.End));
        }

        if (!IsNameOrNothing(before) || !IsNameOrNothing(after))
        {
            return null;
        }

        string name = (before.IsEmpty ? after : before).ToString();
        // "Harbour Gazette, Whitby, Friday 9 March 2016": the town after the paper's name is where it appears.
        int comma = name.IndexOf(',', StringComparison.Ordinal);
        bool hasTown = comma > 2 && !s_cities.Contains(name) && !s_cities.Contains(name[..comma]) && LineForms.CountWords(name.AsSpan(comma)) is 1 or 2;
        name = hasTown ? name[..comma] : name;
        bool isPlace = name.Length > 0 && outlets.TryFindByName(name) is null && !OutletRegister.IsOutletLike(name)
            && ((LineForms.CountWords(name) == 1 && !hasTown) || s_cities.Contains(name) || s_cities.Contains(comma > 0 && !hasTown ? name[..comma] : name) || IsShouted(name));
        return new Masthead(
            name.Length == 0 || isPlace ? null : name,
            isUpdate ? null : date.Time,
            isUpdate ? date.Time : second);
    }

    private static bool IsNameOrNothing(ReadOnlySpan<char> words) =>
        words.IsEmpty || (NameForms.IsCapitalised(words, MostWordsOfName) && !LineForms.EndsSentence(words)
            && !words.StartsWith("By ", StringComparison.OrdinalIgnoreCase) && words.IndexOfAny(s_sentenceMarks) < 0);

    private static bool TakeLabel(ref ReadOnlySpan<char> words, string[] labels)
    {
        bool taken = false;
        foreach (string label in labels)
        {
            if (words.StartsWith(label, StringComparison.OrdinalIgnoreCase) && (words.Length == label.Length || label[^1] == ':' || !char.IsLetterOrDigit(words[label.Length])))
            {
                words = Trimmed(words[label.Length..]);
                taken = true;
            }
            else if (words.EndsWith(label, StringComparison.OrdinalIgnoreCase) && words.Length > label.Length && !char.IsLetterOrDigit(words[words.Length - label.Length - 1]))
            {
                words = Trimmed(words[..^label.Length]);
                taken = true;
            }
        }

        return taken;
    }

    private static ReadOnlySpan<char> Trimmed(ReadOnlySpan<char> words) => words.Trim(" ,;:|•·/-–—()[]*_\u00A0\n");

    private static bool IsShouted(string name) => !name.AsSpan().ContainsAnyInRange('a', 'z');
}
