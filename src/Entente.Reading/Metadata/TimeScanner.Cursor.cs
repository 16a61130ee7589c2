namespace Entente.Reading.Metadata;

// What is read and skipped mark by mark.
internal ref partial struct TimeScanner
{
    private bool TryReadNumber(out int value, out int digits)
    {
        int start = At;
        value = 0;
        while (char.IsAsciiDigit(Current) && At - start < 15)
        {
            value = At - start < 8 ? (value * 10) + (Current - '0') : value;
            At++;
        }

        digits = At - start;
        return digits > 0;
    }

    private ReadOnlySpan<char> ReadWord()
    {
        int start = At;
        while (char.IsAsciiLetter(Current))
        {
            At++;
        }

        return _text[start..At];
    }

    private bool Take(char mark)
    {
        if (Current != mark)
        {
            return false;
        }

        At++;
        return true;
    }

    private void SkipSpace()
    {
        while (char.IsWhiteSpace(Current))
        {
            At++;
        }
    }

    /// <summary>What stands between the parts of one date.</summary>
    private void SkipInner()
    {
        while (char.IsWhiteSpace(Current) || Current is ',' or '.' or '-' or '/' or '–')
        {
            At++;
        }
    }

    /// <summary>What stands between a date and its time.</summary>
    private void SkipSeparators()
    {
        while (char.IsWhiteSpace(Current) || Current is ',' or '.' or '|' or '-' or '–' or '—' or '·' or '•' or '@' or '/' or ';' or ':' or '(')
        {
            At++;
        }

        if (At + 2 < _text.Length && _text[At] is 'a' or 'o' or 'A' or 'O' && _text[At + 1] is 't' or 'n' or 'T' or 'N' && !char.IsLetter(_text[At + 2]))
        {
            At += 2;
            SkipSpace();
        }
    }

    private void SkipOrdinal()
    {
        if (At + 1 < _text.Length && _text.Slice(At, 2) is "st" or "nd" or "rd" or "th" or "ST" or "ND" or "RD" or "TH")
        {
            At += 2;
        }
    }

    private static bool IsWeekday(ReadOnlySpan<char> word)
    {
        if (word.Length < 3)
        {
            return false;
        }

        foreach (string name in s_weekdays)
        {
            if (word.Length <= name.Length && name.AsSpan(0, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase)
                && (word.Length == name.Length || word.Length <= 5))
            {
                return true;
            }
        }

        return false;
    }

    private static int MonthOf(ReadOnlySpan<char> word)
    {
        if (word.Length < 3)
        {
            return 0;
        }

        for (int m = 0; m < s_months.Length; m++)
        {
            string name = s_months[m];
            bool isShort = word.Length == 3 || (word.Length == 4 && m == 8);
            if (word.Length <= name.Length && (isShort || word.Length == name.Length)
                && name.AsSpan(0, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return m + 1;
            }
        }

        return 0;
    }

    private static readonly string[] s_weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    private static readonly string[] s_months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
}
