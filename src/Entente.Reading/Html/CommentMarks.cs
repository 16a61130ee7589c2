namespace Entente.Reading.Html;

/// <summary>Tells from a class or id whether an element holds readers' comments, or one of them.</summary>
internal static class CommentMarks
{
    private static readonly string[] s_comment = ["comment", "comments", "commentlist", "commentbody", "disqus", "replies", "discussion", "respond", "livefyre", "spotim", "coral", "commento", "remark42", "isso"];

    private static readonly string[] s_around =
    [
        "list", "area", "section", "thread", "threads", "wrap", "wrapper", "container", "content", "body", "text", "item", "template", "block", "inner", "holder",
        "listing", "post", "entry", "full", "wp", "the", "page", "view", "component", "module", "region", "tree", "children", "child", "user", "reader", "facebook", "fb",
        "top", "level", "root", "box", "panel", "group", "ol", "ul", "li", "div", "s", "id", "field", "node", "article", "blog", "main", "all", "single", "row",
    ];

    /// <summary>Every word of one of its names must belong: <c>post-comments</c> holds comments, <c>comments-open</c> and <c>comment-count</c> do not.</summary>
    public static bool IsIn(string? attribute)
    {
        if (attribute is null || attribute.Length < 5)
        {
            return false;
        }

        ReadOnlySpan<char> rest = attribute;
        while (!rest.IsEmpty)
        {
            int space = rest.IndexOf(' ');
            ReadOnlySpan<char> name = space < 0 ? rest : rest[..space];
            rest = space < 0 ? default : rest[(space + 1)..];
            if (IsName(name))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        bool found = false;
        int start = 0;
        for (int i = 0; i <= name.Length; i++)
        {
            bool isLetter = i < name.Length && char.IsAsciiLetter(name[i]);
            bool startsWord = isLetter && i > start && char.IsAsciiLetterUpper(name[i]) && char.IsAsciiLetterLower(name[i - 1]);
            if (isLetter && !startsWord)
            {
                continue;
            }

            ReadOnlySpan<char> word = name[start..i];
            start = isLetter ? i : i + 1;
            if (word.IsEmpty)
            {
                continue;
            }

            if (IsOneOf(word, s_comment))
            {
                found = true;
            }
            else if (!IsOneOf(word, s_around))
            {
                return false;
            }
        }

        return found;
    }

    private static bool IsOneOf(ReadOnlySpan<char> word, string[] words)
    {
        foreach (string one in words)
        {
            if (word.Equals(one, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
