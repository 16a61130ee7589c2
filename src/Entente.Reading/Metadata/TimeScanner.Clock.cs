namespace Entente.Reading.Metadata;

// Clock times and zones.
internal ref partial struct TimeScanner
{
    private bool ReadClockAfter()
    {
        int end = At;
        if (Current is 'T' or 't' && At + 1 < _text.Length && char.IsAsciiDigit(_text[At + 1]))
        {
            At++;
        }
        else
        {
            SkipSeparators();
        }

        if (!TryReadClock(afterT: end + 1 == At))
        {
            At = end;
            if (Current is 'T' or 'Z' && (At + 1 == _text.Length || !char.IsLetterOrDigit(_text[At + 1])))
            {
                At++;
            }
        }

        return true;
    }

    private bool TryReadClock(bool afterT = false)
    {
        int start = At;
        if (!TryReadNumber(out int hour, out int digits))
        {
            return false;
        }

        int minute = 0, second = 0;
        bool hasMinutes = false, hasSeconds = false, needsZone = false;
        if (digits is 4 or 6 && (afterT || digits == 4))
        {
            (hour, minute, second) = digits == 6 ? (hour / 10_000, hour / 100 % 100, hour % 100) : (hour / 100, hour % 100, 0);
            (hasMinutes, hasSeconds, needsZone) = (true, digits == 6, !afterT);
        }
        else if (digits > 2)
        {
            At = start;
            return false;
        }
        else if (Current is ':' or '.' or 'h' && At + 2 < _text.Length && char.IsAsciiDigit(_text[At + 1]) && char.IsAsciiDigit(_text[At + 2]))
        {
            needsZone = Current == '.';
            At++;
            hasMinutes = TryReadNumber(out minute, out int minuteDigits) && minuteDigits == 2;
            if (hasMinutes && Current == ':' && At + 1 < _text.Length && char.IsAsciiDigit(_text[At + 1]))
            {
                At++;
                hasSeconds = TryReadNumber(out second, out _);
                if (Current is '.' or ',' && At + 1 < _text.Length && char.IsAsciiDigit(_text[At + 1]))
                {
                    At++;
                    while (char.IsAsciiDigit(Current))
                    {
                        At++;
                    }
                }
            }
        }

        bool? afternoon = ReadHalfOfDay();
        if (afternoon is { } later)
        {
            if (hour is < 1 or > 12)
            {
                At = start;
                return false;
            }

            hour = (hour % 12) + (later ? 12 : 0);
        }
        else if (!hasMinutes)
        {
            At = start;
            return false;
        }

        ReadZone();
        if ((needsZone && afternoon is null && _zone is null && _offset is null) || !SetClock(hour, minute, second, hasSeconds))
        {
            (_offset, _zone) = (null, null);
            At = start;
            return false;
        }

        return true;
    }

    private bool? ReadHalfOfDay()
    {
        int start = At;
        SkipSpace();
        if (Current is 'a' or 'A' or 'p' or 'P')
        {
            bool later = Current is 'p' or 'P';
            At++;
            bool dotted = Take('.');
            if (Current is 'm' or 'M')
            {
                At++;
                if (dotted)
                {
                    Take('.');
                }

                if (!char.IsLetterOrDigit(Current))
                {
                    return later;
                }
            }
        }

        At = start;
        return null;
    }

    private void ReadZone()
    {
        int start = At;
        SkipSpace();
        bool inBrackets = Take('(');
        if (TryReadOffset())
        {
            // "+0000 UTC" and "+0300 (MSK)" say it twice
            int end = At;
            SkipSpace();
            if (!Zones.IsName(ReadWord()))
            {
                At = end;
            }

            SkipNamedZone();
            return;
        }

        ReadOnlySpan<char> name = ReadWord();
        if (!Zones.IsName(name))
        {
            At = start;
            return;
        }

        _zone = name.ToString();
        int afterName = At;
        if (name is "GMT" or "UTC" && TryReadOffset())
        {
            _zone = null;
        }
        else
        {
            At = afterName;
        }

        if (inBrackets)
        {
            Take(')');
        }

        SkipNamedZone();
    }

    /// <summary>The "(Arab Standard Time)" that browsers add.</summary>
    private void SkipNamedZone()
    {
        int start = At;
        SkipSpace();
        int close = Current == '(' ? _text[At..].IndexOf(')') : -1;
        At = close is > 0 and < 60 ? At + close + 1 : start;
    }

    private bool TryReadOffset()
    {
        int start = At;
        char sign = Current;
        if (sign is not ('+' or '-' or '\u2212'))
        {
            return false;
        }

        At++;
        if (!TryReadNumber(out int hours, out int digits))
        {
            At = start;
            return false;
        }

        int minutes = 0;
        if (digits == 4)
        {
            (hours, minutes) = (hours / 100, hours % 100);
        }
        else if (digits <= 2 && Current == ':')
        {
            At++;
            TryReadNumber(out minutes, out _);
        }

        if (digits is 3 or > 4 || hours > 14 || minutes > 59)
        {
            At = start;
            return false;
        }

        TimeSpan offset = new(hours, minutes, 0);
        _offset = sign == '+' ? offset : -offset;
        return true;
    }

    private bool SetClock(int hour, int minute, int second, bool hasSeconds)
    {
        _carriedDays = 0;
        if (hour == 24 && minute == 0 && second == 0)
        {
            (hour, _carriedDays) = (0, 1);
        }

        // A leap second is read as the second before it.
        second = second == 60 ? 59 : second;
        if (hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        (_clock, _hasSeconds) = (new TimeOnly(hour, minute, second), hasSeconds);
        return true;
    }
}
