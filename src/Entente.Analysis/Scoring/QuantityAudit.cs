using System.Globalization;
using System.Text.RegularExpressions;
using Entente.Analysis.Quantities;

namespace Entente.Analysis.Scoring;

/// <summary>Checks, without the finder's reading of it, that a quantity says nothing that its words do not: no unit that is not named, no number that is not written.</summary>
public static partial class QuantityAudit
{
    private static readonly string[] s_scales = ["hundred", "thousand", "lakh", "million", "mln", "mn", "crore", "billion", "bn", "bln", "trillion", "tn", "trn", "dozen", "score", "ten"];

    /// <summary>Whether a sign or word of the unit stands in the text of the quantity, or for a range's shared unit right behind it.</summary>
    public static bool NamesUnit(string text, Quantity quantity)
    {
        if (quantity.Unit is null)
        {
            return true;
        }

        string written = text[quantity.Span.Start..quantity.Span.End];
        return quantity.Unit.Split('/').All(part => Forms(part).Any(form => Has(written, form)));
    }

    /// <summary>Whether each figure of the value is one of the numbers written: a figure, alone or with words of scale, or a number in words.</summary>
    public static bool IsWrittenThere(string text, Quantity quantity)
    {
        string written = text[quantity.Span.Start..quantity.Span.End];
        HashSet<decimal> numbers = Numbers(written);
        return new[] { quantity.Min, quantity.Max, quantity.Of }.All(value => value is not { } figure || numbers.Contains(Math.Abs(figure)));
    }

    private static IEnumerable<string> Forms(string unit)
    {
        if (unit.StartsWith("square-", StringComparison.Ordinal))
        {
            return UnitOfMeasure.Written(unit["square-".Length..]);
        }

        if (unit.StartsWith("cubic-", StringComparison.Ordinal))
        {
            return UnitOfMeasure.Written(unit["cubic-".Length..]);
        }

        IEnumerable<string> forms = unit switch
        {
            "%" => ["%", "٪", "％", "percent", "cent", "pct"],
            "percentage-point" or "basis-point" => ["point", "points"],
            "°C" => ["C", "celsius", "centigrade"],
            "°F" => ["F", "fahrenheit"],
            "degree" => ["°", "º", "degree", "degrees"],
            "light-year" => ["year", "years"],
            "nautical-mile" => ["miles", "mile"],
            "tonne" => ["ton", "tons", "tonne", "tonnes"],
            "lb" => ["pound", "pounds", "lb", "lbs"],
            "GBP" => ["pound", "pounds", "£", "GBP", "quid"],
            "mile" => ["mile", "miles", "mi", "mph"],
            "hour" => ["hour", "hours", "hr", "hrs", "h", "mph", "kph", "kmh"],
            "km" => ["km", "kms", "kilometre", "kilometres", "kilometer", "kilometers", "kph", "kmh"],
            "second" => ["second", "seconds", "sec", "secs", "s"],
            _ => UnitOfMeasure.Written(unit).Concat(Currency.Written(unit)),
        };
        return unit.EndsWith("Wh", StringComparison.Ordinal) ? forms.Concat(["hour", "hours"]) : forms;
    }

    /// <summary>Whether a form stands in the text as a word, or written onto a figure.</summary>
    private static bool Has(string text, string form)
    {
        for (int at = text.IndexOf(form, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(form, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            bool before = at == 0 || !char.IsLetter(text[at - 1]) || !char.IsLetter(form[0]);
            bool behind = at + form.Length == text.Length || !char.IsLetter(text[at + form.Length]) || !char.IsLetter(form[^1]);
            if (before && behind)
            {
                return true;
            }
        }

        return false;
    }

    private static HashSet<decimal> Numbers(string written)
    {
        HashSet<decimal> bases = [];
        foreach (Match figure in Figure().Matches(written))
        {
            string digits = figure.Value.TrimEnd('.', ',');
            foreach (string reading in new[] { digits.Replace(",", "", StringComparison.Ordinal), digits.Replace(".", "", StringComparison.Ordinal).Replace(',', '.') })
            {
                if (decimal.TryParse(reading, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number))
                {
                    bases.Add(number);
                }
            }
        }

        string[] words = Word().Matches(written).Select(m => m.Value.ToLowerInvariant()).ToArray();
        for (int from = 0; from < words.Length; from++)
        {
            for (int to = from + 1; to <= words.Length; to++)
            {
                if (Spoken(words[from..to]) is { } number)
                {
                    bases.Add(number);
                }
            }
        }

        bool vague = words.Any(w => w is "couple" or "several" or "few" or "many");
        if (vague)
        {
            bases.Add(2);
        }

        if (words.Any(w => w is "a" or "an"))
        {
            bases.Add(1);
        }

        if (words.Contains("half"))
        {
            bases.Add(0.5m);
            bases.UnionWith([1, 2]);
            bases.UnionWith(bases.Select(b => b + 0.5m).ToArray());
        }

        foreach ((char sign, decimal part) in new[] { ('½', 0.5m), ('¼', 0.25m), ('¾', 0.75m) })
        {
            if (written.Contains(sign, StringComparison.Ordinal))
            {
                bases.Add(part);
                bases.UnionWith(bases.Select(b => b + part).ToArray());
            }
        }

        foreach ((string name, decimal whole) in new[] { ("third", 3m), ("quarter", 4), ("fifth", 5), ("sixth", 6), ("seventh", 7), ("eighth", 8), ("ninth", 9), ("tenth", 10) })
        {
            if (words.Any(w => w == name || w == name + "s"))
            {
                bases.Add(whole);
                bases.Add(1);
            }
        }

        // Scales written out, or onto a figure ("5m", "2.5bn"), or shared by a range ("7-8,000").
        List<decimal> scales = [];
        foreach (string word in words.Concat(Suffix().Matches(written).Select(m => m.Groups[1].Value)))
        {
            decimal scale = word switch { "m" or "M" or "mm" or "MM" => 1_000_000, "k" or "K" => 1000, "b" or "B" => 1_000_000_000, _ => 0 };
            if (scale == 0)
            {
                string singular = word.ToLowerInvariant().TrimEnd('s');
                scale = s_scales.Contains(singular) ? Spoken([singular]) ?? (singular == "score" ? 20 : 0) : 0;
            }

            if (scale > 1)
            {
                scales.Add(scale);
            }
        }

        if (Grouped().IsMatch(written))
        {
            scales.Add(1000);
        }

        HashSet<decimal> numbers = [.. bases];
        foreach (decimal scale in scales.Take(4))
        {
            numbers.UnionWith(numbers.Where(n => n < 1e28m / scale).Select(n => n * scale).Append(scale).ToArray());
        }

        return numbers;
    }

    /// <summary>A number in words, read by adding what is said in order; null where the words are no number.</summary>
    private static decimal? Spoken(string[] words)
    {
        decimal total = 0, group = 0;
        bool any = false;
        foreach (string word in words)
        {
            if (word == "and" && any)
            {
                continue;
            }

            NumberWord number = NumberWord.Find(word);
            switch (number.Class)
            {
                case NumberClass.Digit or NumberClass.Ten:
                    group += number.Value;
                    break;
                case NumberClass.Hundred when group < 1e12m:
                    group = Math.Max(group, 1) * number.Value;
                    break;
                case NumberClass.Scale when group < 1e12m && total < 1e24m:
                    total += Math.Max(group, 1) * number.Value;
                    group = 0;
                    break;
                case NumberClass.Ordinal:
                case NumberClass.Plural:
                    group += number.Value;
                    break;
                default:
                    return null;
            }

            any = true;
        }

        return any ? total + group : null;
    }

    [GeneratedRegex(@"[0-9][0-9.,]*|\.[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Figure();

    [GeneratedRegex(@"[\p{L}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"[0-9]\s?([A-Za-z]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Suffix();

    [GeneratedRegex(@"[0-9]\s?[-–—]\s?[0-9]+,000", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();
}
