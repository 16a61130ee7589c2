using AngleSharp.Dom;
using Entente.Analysis.Text;

namespace Entente.Reading.Html;

/// <summary>Goes over a page's elements once, in document order and without recursion, and takes its text apart into blocks.</summary>
/// <remarks>Inline elements join what they part; a line break is a newline, two of them part blocks; white space is collapsed, but not in
/// preformatted text. The cells of one table row are one block, parted by tabs, unless they hold whole paragraphs (a table used for layout).</remarks>
internal sealed partial class PageWalker(bool readNoScript)
{
    /// <summary>A table cell longer than this is a column of a layout, not a value.</summary>
    private const int LongestCell = 250;

    private readonly bool _readNoScript = readNoScript;
    private readonly Page _page = new();
    private readonly Stack<Frame> _open = new();
    private readonly List<Link> _links = [];
    private readonly Dictionary<string, (Cues Cues, bool Marks, bool IsComment)> _seenClasses = [];
    private char[] _text = new char[4096];
    private int _length;
    private bool _spaceIsDue;
    private int _breaks;
    private PagePart? _blockPart;
    private int _words;
    private int _linkWords;
    private int _boldWords;
    private int _codeWords;
    private bool _inWord;
    private int _anchors;
    private int _bolds;
    private int _codes;
    private int _preformatted;

    private readonly record struct Frame(INodeList Children, int Next, PagePart Part, HtmlTag Tag, int TextStart, string? Href);

    public static Page Walk(IDocument document, bool readNoScript)
    {
        PageWalker walker = new(readNoScript);
        walker.Walk(document);
        return walker._page;
    }

    private void Walk(IDocument document)
    {
        if (document.DocumentElement is not { } root)
        {
            return;
        }

        _page.Language = root.GetAttribute("lang") ?? root.GetAttribute("xml:lang");
        PagePart top = new(null, HtmlTag.Block, Cues.None, 0);
        _page.Parts.Add(top);
        _open.Push(new Frame(root.ChildNodes, 0, top, HtmlTag.Block, 0, null));
        while (_open.TryPop(out Frame frame))
        {
            if (frame.Next >= frame.Children.Length)
            {
                Leave(frame);
                continue;
            }

            _open.Push(frame with { Next = frame.Next + 1 });
            INode node = frame.Children[frame.Next];
            if (node is IText text)
            {
                Append(text.Data, frame.Part);
            }
            else if (node is IElement element)
            {
                Enter(element, frame.Part);
            }
        }

        Flush();
    }

    private void Enter(IElement element, PagePart part)
    {
        string name = element.LocalName;
        HtmlTag tag = HtmlTags.Of(name);
        switch (tag)
        {
            case HtmlTag.Script:
                KeepJsonLd(element);
                return;
            case HtmlTag.NoScript when !_readNoScript:
                return;
            case HtmlTag.Skipped when name == "head":
                _open.Push(new Frame(element.ChildNodes, 0, part, HtmlTag.Skipped, 0, null));
                return;
            case HtmlTag.Skipped:
                return;
            case HtmlTag.Break:
                _breaks++;
                _spaceIsDue = false;
                return;
            case HtmlTag.Inline when KeepDeclaration(element, name):
                return;
        }

        Cues cues = CuesOf(element, tag, part, out string? classes, out bool isComment);
        bool isCommentItem = element.GetAttribute("itemtype") is { } type && type.EndsWith("/Comment", StringComparison.Ordinal);
        isComment |= isCommentItem;
        if (tag.PartsBlocks() || tag == HtmlTag.TableCell)
        {
            if (tag != HtmlTag.TableCell)
            {
                Flush();
            }
            else if (_length > 0)
            {
                _blockPart = part;
                AppendCellMark();
            }

            PagePart inner = new(part, tag, cues, SignatureOf(tag, classes, part)) { Index = _page.Parts.Count, Class = classes, IsComment = part.IsComment || isComment, IsCommentItem = isCommentItem };
            part.Children++;
            _page.Parts.Add(inner);
            part = inner;
            _preformatted += tag == HtmlTag.Preformatted ? 1 : 0;
        }

        _bolds += tag == HtmlTag.Bold ? 1 : 0;
        _codes += tag is HtmlTag.Code or HtmlTag.Preformatted ? 1 : 0;
        string? href = null;
        if (tag == HtmlTag.Anchor)
        {
            href = element.GetAttribute("href");
            _anchors += href is null ? 0 : 1;
        }

        _open.Push(new Frame(element.ChildNodes, 0, part, tag, _length, href));
    }

    private void Leave(in Frame frame)
    {
        switch (frame.Tag)
        {
            case HtmlTag.Anchor when frame.Href is not null:
                _anchors--;
                int start = Math.Min(frame.TextStart, _length);
                while (start < _length && char.IsWhiteSpace(_text[start]))
                {
                    start++;
                }

                if (_length > start)
                {
                    _links.Add(new Link(new TextSpan(start, _length), frame.Href));
                }

                break;
            case HtmlTag.Bold:
                _bolds--;
                break;
            case HtmlTag.Code:
                _codes--;
                break;
            case HtmlTag.TableCell:
                LeaveCell(frame);
                break;
            default:
                if (frame.Tag.PartsBlocks())
                {
                    Flush();
                    _preformatted -= frame.Tag == HtmlTag.Preformatted ? 1 : 0;
                    _codes -= frame.Tag == HtmlTag.Preformatted ? 1 : 0;
                }

                break;
        }
    }

    private Cues CuesOf(IElement element, HtmlTag tag, PagePart part, out string? classes, out bool isComment)
    {
        classes = element.ClassName;
        string? id = element.Id;
        string? role = element.GetAttribute("role");
        Cues cues = Cues.None;
        bool marks = false;
        isComment = false;
        if (classes is { Length: > 0 })
        {
            if (!_seenClasses.TryGetValue(classes, out (Cues Cues, bool Marks, bool IsComment) seen))
            {
                Cues read = CueWords.In(classes);
                seen = (read, (read & Cues.Author) != 0 || classes.Contains("date", StringComparison.OrdinalIgnoreCase)
                    || classes.Contains("publish", StringComparison.OrdinalIgnoreCase), CommentMarks.IsIn(classes));
                _seenClasses.Add(classes, seen);
            }

            (cues, marks, isComment) = seen;
        }

        if (id is { Length: > 0 and < 60 })
        {
            Cues read = CueWords.In(id);
            cues |= read;
            marks |= (read & Cues.Author) != 0;
            isComment |= CommentMarks.IsIn(id);
        }

        if (role is not null)
        {
            cues |= CueWords.In(role);
        }

        string? itemProp = element.GetAttribute("itemprop");
        if (itemProp is not null)
        {
            cues |= itemProp == "articleBody" ? Cues.Content : Cues.None;
            isComment |= itemProp == "comment";
            marks = true;
        }

        if (marks || tag == HtmlTag.Time || element.GetAttribute("rel") is not null || tag == HtmlTag.Address
            || element.GetAttribute("data-testid") is not null)
        {
            // A block-level element ends the block before it; an inline one belongs to it.
            _page.Marked.Add((element, _page.Blocks.Count + (_length > 0 && tag.PartsBlocks() ? 1 : 0), part));
        }

        if (IsHidden(element))
        {
            cues |= Cues.Hidden;
        }

        return cues;
    }

    private static bool IsHidden(IElement element)
    {
        if (element.GetAttribute("hidden") is not null)
        {
            return true;
        }

        string? style = element.GetAttribute("style");
        if (style is null)
        {
            return false;
        }

        int display = style.IndexOf("display", StringComparison.OrdinalIgnoreCase);
        if (display < 0)
        {
            return false;
        }

        ReadOnlySpan<char> value = style.AsSpan(display + 7).TrimStart();
        return value.StartsWith(":") && value[1..].TrimStart().StartsWith("none", StringComparison.OrdinalIgnoreCase);
    }

    private static int SignatureOf(HtmlTag tag, string? classes, PagePart parent)
    {
        uint hash = 2166136261;
        foreach (char c in classes ?? "")
        {
            hash = (hash ^ c) * 16777619;
        }

        hash = (hash ^ (uint)tag) * 16777619;
        return (int)(hash ^ ((uint)parent.Signature * 31));
    }

    private void KeepJsonLd(IElement script)
    {
        if (script.GetAttribute("type") is { } type && type.Contains("ld+json", StringComparison.OrdinalIgnoreCase))
        {
            _page.JsonLd.Add(script.TextContent);
        }
    }

    /// <summary>Meta, link, title and base elements; true if it was one.</summary>
    private bool KeepDeclaration(IElement element, string name)
    {
        switch (name)
        {
            case "meta":
                string? key = element.GetAttribute("property") ?? element.GetAttribute("name") ?? element.GetAttribute("itemprop");
                if (key is not null && element.GetAttribute("content") is { } content)
                {
                    _page.Meta.Add((key.ToLowerInvariant(), content));
                }

                return true;
            case "link":
                if (string.Equals(element.GetAttribute("rel"), "canonical", StringComparison.OrdinalIgnoreCase))
                {
                    _page.CanonicalUrl ??= element.GetAttribute("href");
                }

                return true;
            case "title":
                _page.Title ??= element.TextContent;
                return true;
            case "base":
                _page.BaseUrl ??= element.GetAttribute("href");
                return true;
            default:
                return false;
        }
    }
}
