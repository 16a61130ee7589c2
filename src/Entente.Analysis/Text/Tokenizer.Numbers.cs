namespace Entente.Analysis.Text;

public static partial class Tokenizer
{
    /// <summary>The end of a figure with its separators: 1,234.5, 10:30, 9/11, 2015-12-09, 713-853-3989; a range such as 20-25 is three tokens.</summary>
    private static int NumberEnd(ReadOnlySpan<char> s, int i)
    {
        int j = s[i] == '.' ? i + 1 : i;
        while (true)
        {
            while (char.IsAsciiDigit(At(s, j)))
            {
                j++;
            }

            char c = At(s, j);
            if (c is '.' or ',' or ':' or '/' && char.IsAsciiDigit(At(s, j + 1)))
            {
                j++;
            }
            else
            {
                break;
            }
        }

        // Phone numbers and numeric dates hold together; two figures with one hyphen are a range unless they are shaped like a local number.
        if (At(s, j) == '-' && char.IsAsciiDigit(At(s, j + 1)))
        {
            int second = DigitsEnd(s, j + 1);
            if (At(s, second) == '-' && char.IsAsciiDigit(At(s, second + 1)))
            {
                int k = second;
                while (At(s, k) == '-' && char.IsAsciiDigit(At(s, k + 1)))
                {
                    k = DigitsEnd(s, k + 1);
                }

                return k;
            }

            if (j - i == 3 && second - j == 5 && !IsWordChar(At(s, second)))
            {
                return second;
            }
        }

        return j;
    }

    private static int DigitsEnd(ReadOnlySpan<char> s, int j)
    {
        while (char.IsAsciiDigit(At(s, j)))
        {
            j++;
        }

        return j;
    }

    /// <summary>Adds the figure and what is written onto it: 5th and 1990s are one token, 5pm and 10km are two.</summary>
    private static int AddNumberWithSuffix(ReadOnlySpan<char> s, int i, int j, List<Token> tokens)
    {
        int k = j;
        while (IsWordChar(At(s, k)))
        {
            k++;
        }

        ReadOnlySpan<char> suffix = s[j..k];
        bool measure = suffix is "am" or "pm" or "AM" or "PM" or "km" or "kg" or "m" or "mm" or "cm" or "mi" or "lb" or "lbs" or "hrs" or "hr" or "min" or "mins" or "mph" or "ft" or "bn" or "mn"
            or "k" or "K" or "b" or "M" or "MM" or "tn" or "trn" or "p" or "x" or "g" or "mg" or "oz" or "yd" or "yds" or "ha" or "sq" or "nm" or "yr" or "yrs" or "sec" or "secs" or "kph" or "kmh"
            or "kb" or "KB" or "mb" or "MB" or "gb" or "GB" or "tb" or "TB" or "Hz" or "kHz" or "MHz" or "GHz" or "kW" or "MW" or "GW" or "kWh" or "MWh" or "GWh" or "º";
        if (suffix is "a" or "p" && s[k..].StartsWith(".m"))
        {
            tokens.Add(new Token(i, j, TokenKind.Number));
            return j;
        }

        if (measure)
        {
            tokens.Add(new Token(i, j, TokenKind.Number));
            tokens.Add(new Token(j, k, TokenKind.Word));
            return k;
        }

        tokens.Add(new Token(i, k, suffix.Length > 3 || (suffix.Length > 0 && s[i..j].Length == 1 && suffix is not ("st" or "nd" or "rd" or "th" or "s")) ? TokenKind.Word : TokenKind.Number));
        return k;
    }
}
