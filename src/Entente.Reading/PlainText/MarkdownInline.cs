using System.Text;

namespace Entente.Reading.PlainText;

/// <summary>Takes the inline markup of Markdown off a stretch of text: emphasis, links, images, code marks and escapes.</summary>
/// <remarks>One pass with one stack for each kind of mark, so it is linear whatever the nesting; a mark that does not pair stays as it is.</remarks>
internal static class MarkdownInline
{
    private const int MaxAddress = 2_048;

    /// <summary>A link by its place in the rendered text.</summary>
    internal readonly record struct RenderedLink(int Start, int End, string Href);

    private readonly record struct Opener(int At, int Count);

    private readonly record struct SourceLink(int Start, int End, string Href);

    /// <summary>Appends the rendered <paramref name="source"/> to <paramref name="rendered"/>. Line breaks are kept.</summary>
    public static void Render(string source, Dictionary<string, string> definitions, StringBuilder rendered, List<RenderedLink> links)
    {
        bool[] drop = new bool[source.Length];
        List<SourceLink> found = [];
        Mark(source, definitions, drop, found);

        int[] places = new int[source.Length + 1];
        for (int i = 0; i < source.Length; i++)
        {
            places[i] = rendered.Length;
            if (!drop[i])
            {
                rendered.Append(source[i]);
            }
        }

        places[source.Length] = rendered.Length;
        foreach (SourceLink link in found)
        {
            if (places[link.End] > places[link.Start])
            {
                links.Add(new RenderedLink(places[link.Start], places[link.End], link.Href));
            }
        }
    }

    private static void Mark(string source, Dictionary<string, string> definitions, bool[] drop, List<SourceLink> links)
    {
        Stack<int> brackets = [];
        List<Opener> stars = [];
        List<Opener> underscores = [];
        int lastBacktick = source.LastIndexOf('`');
        for (int i = 0; i < source.Length;)
        {
            char c = source[i];
            switch (c)
            {
                case '\\' when i + 1 < source.Length && (char.IsAsciiLetterOrDigit(source[i + 1]) || source[i + 1] > 127 || char.IsWhiteSpace(source[i + 1])) is false:
                    drop[i] = true;
                    i += 2;
                    break;
                case '`' when i < lastBacktick:
                    i = MarkCode(source, i, drop);
                    break;
                case '!' when i + 1 < source.Length && source[i + 1] == '[':
                    brackets.Push(-(i + 1) - 1);
                    i += 2;
                    break;
                case '[':
                    brackets.Push(i);
                    i++;
                    break;
                case ']' when brackets.Count > 0:
                    i = CloseBracket(source, brackets.Pop(), i, definitions, drop, links);
                    break;
                case '<':
                    i = MarkAngle(source, i, drop, links);
                    break;
                case '&' when source.AsSpan(i).StartsWith("&amp;"):
                    Drop(drop, i + 1, i + 5);
                    i += 5;
                    break;
                case '*' or '_':
                    i = MarkEmphasis(source, i, drop, c == '*' ? stars : underscores);
                    break;
                default:
                    i++;
                    break;
            }
        }
    }

    private static int MarkCode(string source, int start, bool[] drop)
    {
        int open = RunEnd(source, start);
        int close = source.IndexOf('`', open);
        if (close < 0 || RunEnd(source, close) - close != open - start)
        {
            return open;
        }

        Drop(drop, start, open);
        Drop(drop, close, RunEnd(source, close));
        return RunEnd(source, close);
    }

    /// <summary>Ends a bracket: an image is dropped whole, a link keeps its words, anything else keeps its brackets.</summary>
    private static int CloseBracket(string source, int opener, int close, Dictionary<string, string> definitions, bool[] drop, List<SourceLink> links)
    {
        bool isImage = opener < 0;
        int open = isImage ? -opener - 1 : opener;
        int after = close + 1;
        string? href = null;
        if (after < source.Length && source[after] == '(')
        {
            href = ReadAddress(source, after, out after);
        }
        else if (after < source.Length && source[after] == '[')
        {
            int end = source.IndexOf(']', after);
            if (end > 0 && end - after < 200)
            {
                string label = end == after + 1 ? source[(open + 1)..close] : source[(after + 1)..end];
                if (definitions.TryGetValue(label.Trim(), out href))
                {
                    after = end + 1;
                }
            }
        }
        else if (close - open < 200 && definitions.Count > 0)
        {
            definitions.TryGetValue(source[(open + 1)..close].Trim(), out href);
        }

        if (href is null)
        {
            return close + 1;
        }

        if (isImage)
        {
            Drop(drop, open - 1, after);
            return after;
        }

        drop[open] = true;
        Drop(drop, close, after);
        links.Add(new SourceLink(open + 1, close, href));
        return after;
    }

    /// <summary>The address of <c>(address "title")</c>; null, with <paramref name="after"/> at the parenthesis, if it is none. "#" is an address that was lost.</summary>
    private static string? ReadAddress(string source, int open, out int after)
    {
        int depth = 0;
        int limit = Math.Min(source.Length, open + MaxAddress);
        for (int i = open; i < limit; i++)
        {
            char c = source[i];
            if (c is '\n' or '[')
            {
                break;
            }

            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0)
            {
                after = i + 1;
                ReadOnlySpan<char> inside = source.AsSpan(open + 1, i - open - 1).Trim();
                int space = inside.IndexOf(' ');
                if (space > 0)
                {
                    // What follows an address is a title in quotes; "(as he put it)" is no address.
                    if (inside[(space + 1)..].TrimStart() is not ['"' or '\'' or '(', ..])
                    {
                        break;
                    }

                    inside = inside[..space];
                }

                string address = inside.Trim("<>").ToString();
                return address == "#" ? "" : address;
            }
        }

        after = open;
        return null;
    }

    /// <summary><c>&lt;https://…&gt;</c> is a link; an HTML tag is dropped; any other "&lt;" stays.</summary>
    private static int MarkAngle(string source, int start, bool[] drop, List<SourceLink> links)
    {
        int limit = Math.Min(source.Length, start + MaxAddress);
        int end = source.AsSpan(start, limit - start).IndexOfAny('>', '\n');
        if (end < 2 || source[start + end] != '>')
        {
            return start + 1;
        }

        ReadOnlySpan<char> inside = source.AsSpan(start + 1, end - 1);
        bool isAddress = !inside.Contains(' ') && (inside.Contains("://", StringComparison.Ordinal) || inside.Contains('@'));
        if (isAddress)
        {
            drop[start] = true;
            drop[start + end] = true;
            string address = inside.ToString();
            links.Add(new SourceLink(start + 1, start + end, address.Contains("://", StringComparison.Ordinal) ? address : "mailto:" + address));
            return start + end + 1;
        }

        bool isTag = char.IsAsciiLetter(inside[0]) || (inside[0] == '/' && inside.Length > 1 && char.IsAsciiLetter(inside[1])) || inside.StartsWith("!--");
        if (isTag)
        {
            Drop(drop, start, start + end + 1);
            return start + end + 1;
        }

        return start + 1;
    }

    private static int MarkEmphasis(string source, int start, bool[] drop, List<Opener> openers)
    {
        int end = RunEnd(source, start);
        int count = end - start;
        bool blankBefore = start == 0 || char.IsWhiteSpace(source[start - 1]);
        bool blankAfter = end == source.Length || char.IsWhiteSpace(source[end]);
        bool wordBefore = start > 0 && char.IsLetterOrDigit(source[start - 1]);
        bool wordAfter = end < source.Length && char.IsLetterOrDigit(source[end]);
        bool insideWord = source[start] == '_' && wordBefore && wordAfter;
        int left = count;
        if (!blankBefore && !insideWord)
        {
            while (left > 0 && openers.Count > 0)
            {
                Opener opener = openers[^1];
                int paired = Math.Min(Math.Min(opener.Count, left), 3);
                Drop(drop, opener.At + opener.Count - paired, opener.At + opener.Count);
                Drop(drop, start + count - left, start + count - left + paired);
                left -= paired;
                openers.RemoveAt(openers.Count - 1);
                if (opener.Count > paired)
                {
                    openers.Add(opener with { Count = opener.Count - paired });
                }
            }
        }

        if (left > 0 && !blankAfter && !insideWord && !(wordBefore && count == 1))
        {
            openers.Add(new Opener(start + count - left, left));
        }

        return end;
    }

    private static int RunEnd(string source, int start)
    {
        int end = start;
        while (end < source.Length && source[end] == source[start])
        {
            end++;
        }

        return end;
    }

    private static void Drop(bool[] drop, int start, int end) => Array.Fill(drop, true, start, end - start);
}
