using System.Globalization;
using Entente.Analysis.Text;

namespace Entente.Analysis.Times;

/// <summary>A day with a name, and the rule that gives its date in a year.</summary>
internal sealed record Holiday(string Rule)
{
    private static readonly TimePhrases s_names = new("Text/Languages/en/times-holidays.tsv");

    public static IReadOnlyList<string> FirstWords => s_names.FirstWords;

    /// <summary>The holiday named at token <paramref name="i"/>; null if none is.</summary>
    public static Holiday? Find(TokenizedDocument document, int i, int limit, out int end) =>
        s_names.Find(document, i, limit, out end) is { } values ? new Holiday(values[0]) : null;

    /// <summary>Its date; null where the calendar it follows is not computed here, or names one country's day.</summary>
    public DateOnly? In(int year)
    {
        if (year is < 1583 or > 9998)
        {
            return Rule.Length == 5 && Rule[2] == '-' && year is >= 1 and <= 9999 ? Fixed(year) : null;
        }

        string[] rule = Rule.Split(' ');
        return rule[0] switch
        {
            "unknown" => null,
            "easter" => Easter(year).AddDays(Number(rule[1])),
            "nth" => Nth(year, Number(rule[1]), Number(rule[2]), Number(rule[3])),
            "thanks" => Nth(year, 11, 4, 4).AddDays(Number(rule[1])),
            _ => Fixed(year),
        };
    }

    private DateOnly Fixed(int year) => new(year, Number(Rule[..2]), Number(Rule[3..]));

    /// <summary>Easter Sunday of the Gregorian calendar.</summary>
    /// <remarks>The anonymous algorithm of 1876 (Nature 13, 487), as in Meeus, Astronomical Algorithms, chapter 8.</remarks>
    internal static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
        int h = ((19 * a) + b - d - g + 15) % 30;
        int i = c / 4, k = c % 4;
        int l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        int m = (a + (11 * h) + (22 * l)) / 451;
        int n = h + l - (7 * m) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }

    private static DateOnly Nth(int year, int month, int weekday, int nth)
    {
        if (nth < 0)
        {
            DateOnly last = new(year, month, DateTime.DaysInMonth(year, month));
            return last.AddDays(-((Calendar.Weekday(last) - weekday + 7) % 7));
        }

        DateOnly first = new(year, month, 1);
        return first.AddDays(((weekday - Calendar.Weekday(first) + 7) % 7) + (7 * (nth - 1)));
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
