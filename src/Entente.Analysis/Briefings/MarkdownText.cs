using System.Text;

namespace Entente.Analysis.Briefings;

/// <summary>Foreign words and addresses made fit for Markdown.</summary>
internal static class MarkdownText
{
    /// <summary>Every mark that CommonMark, its tables, or a forge's links and mentions could read as markup gets a backslash.</summary>
    public static string Escaped(string line)
    {
        StringBuilder escaped = new(line.Length + 8);
        bool opensLine = true;
        bool onlyDigits = true;
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            bool isMarkup = c switch
            {
                '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '<' or '>' or '&' or '#' or '|' or '~' or '!' or '$' or '@' or '^' or '=' => true,
                // A list, rule or heading, but only where a line may begin.
                '-' or '+' => opensLine,
                '.' or ')' => onlyDigits && i > 0,
                ':' => line.AsSpan(i).StartsWith("://", StringComparison.Ordinal),
                _ => false,
            };
            if (isMarkup)
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
            opensLine &= c == ' ';
            onlyDigits &= char.IsAsciiDigit(c);
        }

        return escaped.Replace("www.", "www\\.").Replace("WWW.", "WWW\\.").ToString();
    }

    /// <summary>A link, if the address is one that a reader may follow; else the words alone.</summary>
    public static string Link(string words, string? address) => WebAddress.TryClean(address) is { } clean
        ? $"[{Escaped(words)}](<{clean}>)"
        : Escaped(words);

    public static string Of(Phrase phrase)
    {
        StringBuilder text = new();
        foreach (PhrasePiece piece in phrase.Pieces)
        {
            string words = Escaped(piece.Text);
            text.Append(piece.Ink is Ink.Name or Ink.Alert ? $"**{words}**" : words);
        }

        return text.ToString();
    }
}
