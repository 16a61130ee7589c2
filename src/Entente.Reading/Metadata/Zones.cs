namespace Entente.Reading.Metadata;

/// <summary>Abbreviations of time zones, and the offset of those that mean one zone only.</summary>
internal static class Zones
{
    /// <summary>Whether the word is a zone's abbreviation, its offset known or not.</summary>
    public static bool IsName(ReadOnlySpan<char> word)
    {
        if (word.Length is < 1 or > 4)
        {
            return false;
        }

        foreach ((string name, _) in s_certain)
        {
            if (word.SequenceEqual(name))
            {
                return true;
            }
        }

        foreach ((string name, _) in s_american)
        {
            if (word.SequenceEqual(name))
            {
                return true;
            }
        }

        return word is "Z" or "ET" or "CT" or "MT" or "PT" or "BST" or "IST" or "AST" or "ADT" or "WIB" or "WITA" or "GST" or "HST" or "AKST" or "AKDT";
    }

    /// <param name="isMail">RFC 822 fixes EST, CST, MST and PST to North America; elsewhere other regions use them too.</param>
    public static TimeSpan? OffsetAt(string? name, DateTime local, bool isMail)
    {
        if (name is null)
        {
            return null;
        }

        foreach ((string known, double hours) in s_certain)
        {
            if (known == name)
            {
                return TimeSpan.FromHours(hours);
            }
        }

        foreach ((string known, double hours) in s_american)
        {
            if (isMail && known == name)
            {
                return TimeSpan.FromHours(hours);
            }
        }

        int? standard = name switch { "Z" => 0, "ET" => -5, "CT" => -6, "MT" => -7, "PT" => -8, _ => null };
        if (standard is not { } zone)
        {
            return null;
        }

        if (zone == 0)
        {
            return TimeSpan.Zero;
        }

        // The present rule of summer time in the United States holds since 2007; before it, the name alone does not tell.
        return local.Year < 2007 ? null : TimeSpan.FromHours(zone + (IsAmericanSummer(local) ? 1 : 0));
    }

    private static bool IsAmericanSummer(DateTime local)
    {
        DateTime march = new(local.Year, 3, 8);
        DateTime november = new(local.Year, 11, 1);
        DateTime start = march.AddDays((7 - (int)march.DayOfWeek) % 7).AddHours(2);
        DateTime end = november.AddDays((7 - (int)november.DayOfWeek) % 7).AddHours(2);
        return local >= start && local < end;
    }

    private static readonly (string Name, double Hours)[] s_certain =
    [
        ("UTC", 0), ("GMT", 0), ("UT", 0), ("EDT", -4), ("CDT", -5), ("MDT", -6), ("PDT", -7), ("CET", 1), ("CEST", 2), ("EET", 2), ("EEST", 3),
        ("MSK", 3), ("JST", 9), ("KST", 9), ("AEST", 10), ("AEDT", 11), ("ACST", 9.5), ("AWST", 8), ("NZST", 12), ("NZDT", 13), ("HKT", 8),
        ("SGT", 8), ("SAST", 2), ("EAT", 3), ("PKT", 5), ("WEST", 1), ("TRT", 3),
    ];

    private static readonly (string Name, double Hours)[] s_american = [("EST", -5), ("CST", -6), ("MST", -7), ("PST", -8)];
}
