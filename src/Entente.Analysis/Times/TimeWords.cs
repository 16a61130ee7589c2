using System.Collections.Frozen;
using System.Globalization;
using Entente.Analysis.Text;

namespace Entente.Analysis.Times;

/// <summary>The words of English that expressions of time are made of.</summary>
internal static class TimeWords
{
    private const int Longest = 14;

    private static readonly FrozenDictionary<string, TimeWord> s_words = Load();

    private static readonly FrozenDictionary<string, TimeWord>.AlternateLookup<ReadOnlySpan<char>> s_lookup = s_words.GetAlternateLookup<ReadOnlySpan<char>>();

    public static TimeWord? Find(ReadOnlySpan<char> word) => word.Length is > 0 and <= Longest && s_lookup.TryGetValue(word, out TimeWord? found) ? found : null;

    private static FrozenDictionary<string, TimeWord> Load()
    {
        Dictionary<string, TimeWord> words = new(StringComparer.OrdinalIgnoreCase);
        foreach (string[] row in DataFile.Rows("Text/Languages/en/times-words.tsv"))
        {
            if (!words.TryGetValue(row[0], out TimeWord? word))
            {
                words.Add(row[0], word = new TimeWord());
            }

            Set(word, row[1], row[2]);
        }

        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static void Set(TimeWord word, string what, string value)
    {
        switch (what)
        {
            case "month" or "month-short":
                word.Month = (byte)Int(value);
                word.IsShort = what != "month";
                break;
            case "weekday" or "weekday-short" or "weekdays":
                word.Weekday = (byte)Int(value);
                word.IsShort = what == "weekday-short";
                word.IsPlural = what == "weekdays";
                break;
            case "season" or "seasons":
                word.Season = (byte)Int(value);
                word.IsPlural = what == "seasons";
                break;
            case "unit" or "units":
                word.Unit = value == "Fortnight" ? TimeUnit.Week : Enum.Parse<TimeUnit>(value);
                word.Units = (byte)(value == "Fortnight" ? 2 : 1);
                word.IsPlural = what == "units";
                break;
            case "number":
                word.Number = Int(value);
                break;
            case "tens":
                word.Number = Int(value);
                word.IsTens = true;
                break;
            case "multiplier":
                word.Multiplier = Int(value);
                break;
            case "vague":
                word.IsVague = true;
                break;
            case "ordinal":
                word.Ordinal = (byte)Int(value);
                break;
            case "end-ordinal":
                word.IsEndOrdinal = true;
                break;
            case "part" or "parts":
                word.PartOfDay = value;
                word.IsPlural |= what == "parts";
                break;
            case "clock":
                word.Clock = (byte)Int(value);
                break;
            case "direction":
                word.Direction = Enum.Parse<Direction>(value);
                break;
            case "stage":
                word.Stage = Enum.Parse<TimeModifier>(value);
                break;
            case "day":
                word.Days = (sbyte)Int(value);
                break;
            case "shift":
                word.Shift = Enum.Parse<Shift>(value);
                break;
            case "era":
                word.Era = (sbyte)(value == "bce" ? -1 : 1);
                break;
            case "meridiem":
                word.Meridiem = value[0];
                break;
            case "zone":
                word.Zone = Int(value);
                break;
            case "every":
                word.IsEvery = true;
                break;
            case "often":
                word.Often = value;
                break;
            case "filler":
                word.IsFiller = true;
                break;
            case "decade":
                word.Decade = (byte)Int(value);
                break;
            default:
                throw new InvalidOperationException($"times-words.tsv has no words of kind {what}.");
        }
    }

    private static int Int(string value) => int.Parse(value, CultureInfo.InvariantCulture);
}
