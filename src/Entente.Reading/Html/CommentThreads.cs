using AngleSharp.Dom;

namespace Entente.Reading.Html;

/// <summary>Who wrote each comment on a page and whom it answers, from how the comments are nested.</summary>
internal sealed class CommentThreads
{
    private const int LongestName = 60;
    private const int MostHeadWords = 20;

    private readonly Dictionary<PagePart, string> _authors = [];
    private readonly Dictionary<PagePart, string> _answered = [];

    public CommentThreads(Page page)
    {
        foreach ((IElement element, _, PagePart part) in page.Marked)
        {
            if (part.IsComment && ItemOf(part) is { } item && !_authors.ContainsKey(item) && NamesAuthor(element))
            {
                string name = CleanName(ElementText.Of(element, 120));
                if (name.Length is > 1 and <= LongestName)
                {
                    _authors.Add(item, name);
                }
            }
        }

        foreach (PageBlock block in page.Blocks)
        {
            if (ItemOf(block) is not { } item)
            {
                continue;
            }

            if (AuthorLine(block.Text) is { Length: > 1 and <= LongestName } name)
            {
                _authors.TryAdd(item, name);
            }

            if (NamedIn(block.Text) is { } named)
            {
                _answered.TryAdd(item, named);
            }
        }
    }

    /// <summary>The element that is the whole comment a block stands in; null outside comments.</summary>
    public static PagePart? ItemOf(PageBlock block) => block.Part.IsComment ? ItemOf(block.Part) : null;

    /// <summary>"Emil says:", "by emil ( 1234 ) writes: on Friday" as a line of its own.</summary>
    private static string? AuthorLine(string text)
    {
        if (text.Length > 120)
        {
            return null;
        }

        foreach (string verb in (ReadOnlySpan<string>)[" says:", " writes:", " said:", " wrote:", " commented:", " replied:"])
        {
            int at = text.IndexOf(verb, StringComparison.OrdinalIgnoreCase);
            if (at > 0)
            {
                ReadOnlySpan<char> name = text.AsSpan(0, at);
                int bracket = name.IndexOf('(');
                return CleanName((bracket > 1 ? name[..bracket] : name).ToString());
            }
        }

        return null;
    }

    /// <summary>The author and the person answered of a block among the comments; null where the block is furniture of the thread.</summary>
    public (string? Author, string? ReplyTo)? TryRead(PageBlock block)
    {
        if (ItemOf(block.Part) is not { } item || IsFurniture(block))
        {
            return null;
        }

        string? author = _authors.GetValueOrDefault(item);
        if (AuthorLine(block.Text) is { } line && line == author)
        {
            return null;
        }

        if (author is not null && IsHead(block, author))
        {
            return null;
        }

        PagePart? outer = item.Parent is { } parent ? ItemOf(parent) : null;
        return (author, _answered.GetValueOrDefault(item) ?? (outer is null ? null : _authors.GetValueOrDefault(outer)));
    }

    /// <summary>"Ann Lee", "Ann Lee in reply to Bo Ray 3 May 2021 at 7.40am": a line about the comment and no part of it.</summary>
    private static bool IsHead(PageBlock block, string author)
    {
        if (block.Text.Length < author.Length + 40 && CleanName(block.Text).Equals(author, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        return block.Words <= MostHeadWords && block.Text.StartsWith(author, StringComparison.OrdinalIgnoreCase)
            && (NamedIn(block.Text[author.Length..].TrimStart()) is not null
                || Metadata.TimeParser.TryFindIn(block.Text.AsSpan(author.Length), Analysis.Text.TimeOrigin.Text, out _) is not null);
    }

    /// <summary>The element that is one whole comment: a list item of a thread, else the nearest element called a comment.</summary>
    private static PagePart? ItemOf(PagePart part)
    {
        PagePart? called = null;
        for (PagePart? p = part; p is not null && p.IsComment; p = p.Parent)
        {
            if (p.Tag == HtmlTag.ListItem && (IsCalledComment(p) || (p.Parent is { } list && IsThreadList(list))))
            {
                return p;
            }

            if (called is null && (p.Tag is HtmlTag.Article or HtmlTag.Block or HtmlTag.Section or HtmlTag.ListItem or HtmlTag.Details) && IsCalledComment(p))
            {
                called = p;
            }
        }

        return called;
    }

    private static bool IsCalledComment(PagePart part)
    {
        if (part.IsCommentItem)
        {
            return true;
        }

        foreach (string name in (part.Class ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (name.Equals("comment", StringComparison.OrdinalIgnoreCase) || name.Equals("reply", StringComparison.OrdinalIgnoreCase)
                || name.EndsWith("comment-item", StringComparison.OrdinalIgnoreCase) || name.Equals("comment-wrapper", StringComparison.OrdinalIgnoreCase)
                || name.Equals("comment-container", StringComparison.OrdinalIgnoreCase) || name.Equals("commentItem", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsThreadList(PagePart list) => list.Tag == HtmlTag.List && list.Class is { } name
        && (name.Contains("comment", StringComparison.OrdinalIgnoreCase) || name.Contains("children", StringComparison.OrdinalIgnoreCase)
            || name.Contains("repl", StringComparison.OrdinalIgnoreCase) || name.Contains("thread", StringComparison.OrdinalIgnoreCase));

    private static bool NamesAuthor(IElement element)
    {
        if (element.GetAttribute("itemprop") is "author" or "creator" or "name")
        {
            return true;
        }

        if (element.ClassName is not { } classes)
        {
            return false;
        }

        return classes.Contains("author", StringComparison.OrdinalIgnoreCase) || classes.Contains("user", StringComparison.OrdinalIgnoreCase)
            || classes.Contains("commenter", StringComparison.OrdinalIgnoreCase);
    }

    private static string CleanName(string text)
    {
        ReadOnlySpan<char> name = text;
        int newline = name.IndexOf('\n');
        if (newline > 0)
        {
            name = name[..newline];
        }

        foreach (string cut in (ReadOnlySpan<string>)[" says", " said", " wrote", " on ", " commented", " replied", " • ", " · ", " | ", ","])
        {
            int at = name.IndexOf(cut, StringComparison.OrdinalIgnoreCase);
            name = at > 0 ? name[..at] : name;
        }

        if (name.StartsWith("by ", StringComparison.OrdinalIgnoreCase))
        {
            name = name[3..];
        }

        return name.Trim(" \t:,-–—").ToString();
    }

    /// <summary>"in reply to Ann Lee", "@annlee …"</summary>
    private static string? NamedIn(string text)
    {
        foreach (string lead in (ReadOnlySpan<string>)["in reply to ", "replying to ", "reply to "])
        {
            int at = text.IndexOf(lead, StringComparison.OrdinalIgnoreCase);
            if (at is >= 0 and < 40)
            {
                ReadOnlySpan<char> rest = text.AsSpan(at + lead.Length);
                int end = rest.IndexOfAny("\n(:.,");
                rest = end < 0 ? rest : rest[..end];
                int number = rest.IndexOfAnyInRange('0', '9');
                // The date behind the name is no part of it; "user123" is one word.
                ReadOnlySpan<char> name = (number > 1 && rest[number - 1] == ' ' ? rest[..number] : rest).Trim();
                return name.Length is > 1 and <= LongestName ? name.ToString() : null;
            }
        }

        if (text.Length > 2 && text[0] == '@')
        {
            int end = text.IndexOfAny([' ', ':', ',', '\n']);
            return end is > 2 and <= LongestName ? text[1..end] : null;
        }

        return null;
    }

    private static bool IsFurniture(PageBlock block)
    {
        if (block.Part.IsIn(HtmlTag.Form) || block.Part.IsIn(HtmlTag.Button))
        {
            return true;
        }

        if (block.Words > 12 || block.Words == 0)
        {
            return block.Words == 0;
        }

        if (Metadata.TimeParser.TryFindIn(block.Text, Analysis.Text.TimeOrigin.Text, out Analysis.Text.TextSpan where) is not null && where.Length * 3 > block.Text.Length)
        {
            return true;
        }

        if (block.Words > 4)
        {
            return false;
        }

        string text = block.Text.TrimEnd(' ', '.', ':', '(', ')', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9').ToLowerInvariant();
        return (block.LinkWords == block.Words && block.Words > 0)
            || text is "reply" or "like" or "share" or "report" or "flag" or "permalink" or "delete" or "edit" or "quote" or "says" or "log in to reply" or "show comment" or "hide comment";
    }
}
