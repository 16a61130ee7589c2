using System.Globalization;

namespace Entente.Analysis.Quantities;

/// <summary>Numbers written in digits, points and commas.</summary>
internal static class Figures
{
    private const int MostDigits = 15;

    /// <summary>1,234.5 in groups of three, 12,34,567 in those of India, 2,5 and 1.234.567 as the rest of Europe writes; 5,6,7 has no sure reading. 1.234 is a decimal, as English has it.</summary>
    public static bool TryParse(ReadOnlySpan<char> figures, out decimal value, out bool plain, out bool grouped)
    {
        value = 0;
        plain = false;
        grouped = false;
        int digits = 0, dots = 0, commas = 0, lastDot = -1, lastComma = -1, firstMark = -1;
        for (int i = 0; i < figures.Length; i++)
        {
            if (figures[i] == '.')
            {
                dots++;
                lastDot = i;
                firstMark = firstMark < 0 ? i : firstMark;
            }
            else if (figures[i] == ',')
            {
                commas++;
                lastComma = i;
                firstMark = firstMark < 0 ? i : firstMark;
            }
            else
            {
                digits++;
            }
        }

        if (digits is 0 or > MostDigits)
        {
            return false;
        }

        if (dots + commas == 0)
        {
            plain = true;
            return decimal.TryParse(figures, NumberStyles.None, CultureInfo.InvariantCulture, out value);
        }

        char mark = '.';
        if (commas > 0 && dots <= 1 && (dots == 0 || lastDot > lastComma))
        {
            int whole = dots == 0 ? figures.Length : lastDot;
            if (whole - lastComma - 1 == 3 && AreGroups(figures[..whole], ','))
            {
                grouped = true;
            }
            else if (commas == 1 && dots == 0 && figures.Length - lastComma - 1 is 1 or 2)
            {
                mark = ',';
            }
            else
            {
                return false;
            }
        }
        else if (dots > 1 && commas == 0)
        {
            if (!AreGroups(figures, '.') || figures.Length - lastDot - 1 != 3)
            {
                return false;
            }

            grouped = true;
            mark = '\0';
        }
        else if (dots != 1 || commas != 0 || lastDot == figures.Length - 1)
        {
            return false;
        }

        Span<char> written = stackalloc char[MostDigits + 1];
        int length = 0;
        foreach (char c in figures)
        {
            if (char.IsAsciiDigit(c))
            {
                written[length++] = c;
            }
            else if (c == mark)
            {
                written[length++] = '.';
            }
        }

        return decimal.TryParse(written[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>The same number without zeros behind its point: 4.8 million is 4800000, not 4800000.0.</summary>
    public static decimal Trimmed(decimal number) => number / 1.000000000000000000000000000m;

    /// <summary>One to three digits, then groups of two or three, the last of three.</summary>
    private static bool AreGroups(ReadOnlySpan<char> figures, char mark)
    {
        int group = 0;
        bool first = true;
        bool twos = false;
        foreach (char c in figures)
        {
            if (c != mark)
            {
                group++;
                continue;
            }

            if (group is 0 or > 3 || (!first && group == 1) || (!first && twos && group == 3))
            {
                return false;
            }

            twos |= !first && group == 2;
            first = false;
            group = 0;
        }

        return group == 3;
    }
}
