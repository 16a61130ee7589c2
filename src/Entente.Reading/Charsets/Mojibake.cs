using System.Buffers;
using System.Text;

namespace Entente.Reading.Charsets;

/// <summary>Puts right text whose UTF-8 was once read as windows-1252: <c>â€œ</c> back to “, <c>Ã©</c> back to é.</summary>
/// <remarks>
/// Only where it is certain, for plain text holds such sequences too: French sets a no-break space and » after é, Swedish ends a shouted
/// word with Å and a quotation mark. Certain are: â with € or another symbol that no word ends in; Â or Ã with a second that is no
/// closing mark; Ä or Å inside a word; an emoji; and several sequences in a row, which is what text in another script becomes.
/// What else could be one is put right only in a text that has a certain case, and only where it begins with Â or Ã.
/// </remarks>
internal static class Mojibake
{
    // What was read wrongly twice, or three times, on its way through several systems.
    private const int MostRounds = 3;

    // Where windows-1252 differs from Latin-1: the characters at 0x80 to 0x9F. The five holes hold themselves, as browsers read them.
    private const string Upper = "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    // May follow a capital in plain text: closing marks, dashes, ellipsis, no-break space, degree and ordinal signs.
    private static readonly SearchValues<char> s_ambiguousSeconds = SearchValues.Create("\u00A0\u00AB\u00BB\u00B0\u00BA\u00AA\u2018\u2019\u201A\u201C\u201D\u201E\u2039\u203A\u2013\u2014\u2026\u2022\u2122\u00AE\u00B7\u00B4\u00A8\u00B9\u00B2\u00B3");

    public static (string Text, int Places) Repair(string text)
    {
        int places = 0;
        for (int round = 0; round < MostRounds; round++)
        {
            (string next, int found) = RepairOnce(text);
            if (found == 0)
            {
                break;
            }

            places = Math.Max(places, found);
            text = next;
        }

        return (text, places);
    }

    private static (string Text, int Places) RepairOnce(string text)
    {
        int first = NextLead(text, 0);
        bool isCertain = first >= 0 && HasCertainCase(text, first);
        if (!isCertain)
        {
            return (text, 0);
        }

        StringBuilder repaired = new(text.Length);
        int places = 0;
        int copied = 0;
        Span<byte> bytes = stackalloc byte[4];
        for (int at = first; at >= 0; at = NextLead(text, at))
        {
            int length = SequenceAt(text, at, bytes, out Rune rune);
            bool follows = copied > 0 && (at == copied || (at == copied + 1 && text[copied] == ' '));
            if (length == 0 || !(IsCertain(text, at, length, follows) || (length == 2 && text[at] <= 'Ã')))
            {
                at++;
                continue;
            }

            repaired.Append(text, copied, at - copied).Append(rune.ToString());
            at += length;
            copied = at;
            places++;
        }

        return (repaired.Append(text, copied, text.Length - copied).ToString(), places);
    }

    private static bool HasCertainCase(string text, int first)
    {
        Span<byte> bytes = stackalloc byte[4];
        for (int at = first; at >= 0; at = NextLead(text, at + 1))
        {
            int length = SequenceAt(text, at, bytes, out _);
            if (length > 0 && IsCertain(text, at, length, follows: false))
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="follows">Whether a sequence that is put right ends where this one starts, or a space before.</param>
    private static bool IsCertain(string text, int at, int length, bool follows)
    {
        bool allAmbiguous = !text.AsSpan(at + 1, length - 1).ContainsAnyExcept(s_ambiguousSeconds);
        if (text[at] is 'â' or 'ï' or 'ð' or 'Â' or 'Ã')
        {
            return !allAmbiguous;
        }

        if (text[at] is 'Ä' or 'Å')
        {
            return (at > 0 && char.IsLower(text[at - 1])) || (at + 2 < text.Length && char.IsLower(text[at + 2]));
        }

        if (follows && (length == 2 || !allAmbiguous))
        {
            return true;
        }

        Span<byte> bytes = stackalloc byte[4];
        int next = at + length < text.Length && text[at + length] == ' ' ? at + length + 1 : at + length;
        int nextLength = SequenceAt(text, next, bytes, out _);
        return nextLength > 0 && (!allAmbiguous || (length == 2 && text.AsSpan(next + 1, nextLength - 1).ContainsAnyExcept(s_ambiguousSeconds)));
    }

    // Leads of UTF-8 sequences, as windows-1252 shows them. Those past ð would spell unassigned planes.
    private static int NextLead(string text, int from)
    {
        int at = from >= text.Length ? -1 : text.AsSpan(from).IndexOfAnyInRange('\u00C2', '\u00F0');
        return at < 0 ? -1 : from + at;
    }

    private static int SequenceAt(string text, int at, Span<byte> bytes, out Rune rune)
    {
        rune = default;
        if (at >= text.Length)
        {
            return 0;
        }

        char lead = text[at];
        int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (lead > '\u00F0' || lead < '\u00C2' || at + length > text.Length)
        {
            return 0;
        }

        bytes[0] = (byte)lead;
        for (int i = 1; i < length; i++)
        {
            int value = ByteOf(text[at + i]);
            if (value is < 0x80 or > 0xBF)
            {
                return 0;
            }

            bytes[i] = (byte)value;
        }

        return Rune.DecodeFromUtf8(bytes[..length], out rune, out int used) == OperationStatus.Done && used == length ? length : 0;
    }

    private static int ByteOf(char c)
    {
        if (c is >= '\u0080' and <= '\u00FF')
        {
            return c;
        }

        int index = c < 0x100 ? -1 : Upper.IndexOf(c, StringComparison.Ordinal);
        return index < 0 ? -1 : 0x80 + index;
    }
}
