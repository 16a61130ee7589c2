using Entente.Analysis.Text;
using Entente.Reading.Metadata;

namespace Entente.Reading.Html;

/// <summary>Puts a judged page together as a document draft: its text in the order of the page, and what the page states about itself.</summary>
internal static class DraftWriter
{
    /// <summary>Furniture is kept to be looked at, not for its own sake: further blocks are dropped.</summary>
    private const int MaxFurniture = 300;
    private const int MaxFurnitureCharacters = 30_000;

    private const int LongestByline = 160;

    /// <param name="declaredBody">Paragraphs that the page only declares; they take the place of the main text if there are any.</param>
    public static void Write(PageReading reading, IReadOnlyList<string> declaredBody, string? url, string culprit, DocumentDraft draft)
    {
        Page page = reading.Page;
        string? address = url ?? page.CanonicalUrl ?? First(page, ["og:url"]) ?? reading.Declared.Url;
        string? domain = address is not null && Uri.TryCreate(address, UriKind.Absolute, out Uri? parsed) && parsed.IsAbsoluteUri ? parsed.Host : null;
        string? siteName = First(page, MetaNames.Site) ?? reading.Declared.Publisher ?? reading.Declared.SiteName;
        (string? title, string? suffix) = TitleOf(reading, siteName, domain);
        PublicationTimes times = PublicationTimes.Read(page, reading.Declared, address, reading.TitleBlock, reading.FirstMain, reading.LastMain);

        draft.Url = Absolute(page.CanonicalUrl, address) ?? address;
        draft.DeclaredLanguage = page.Language ?? First(page, ["og:locale", "language", "content-language"]);
        draft.Title = title;
        draft.OutletName = OutletOf(reading, siteName, suffix, domain);
        draft.Byline.AddRange(BylineFinder.Find(page, reading.Declared, siteName, domain, reading.TitleBlock, reading.FirstMain, reading.LastMain, out int bylineBlock));
        draft.Updated = times.Updated;
        draft.Published = times.Published;

        int[] starts = WriteBlocks(reading, declaredBody, bylineBlock, Absolute(page.BaseUrl, address) ?? address ?? draft.Url, draft);
        if (times.ShownIn >= 0 && times.Published is { Span: { } span } shown)
        {
            int start = starts[times.ShownIn];
            draft.Published = shown with { Span = start < 0 ? null : new TextSpan(start + span.Start, start + span.End) };
        }

        Diagnose(times, culprit, draft);
    }

    private static void Diagnose(PublicationTimes times, string culprit, DocumentDraft draft)
    {
        if (times.Disagreeing is { } other)
        {
            draft.Diagnostics.Add(DiagnosticCode.DatesDisagree.For(culprit, times.Published!.Value, other.Value));
        }

        if (times.IsOnlyUpdate)
        {
            draft.Diagnostics.Add(DiagnosticCode.OnlyUpdateStated.For(culprit, times.Published!.Value));
        }

        if (draft.Published is null && times.Unreadable is { } unreadable)
        {
            draft.Diagnostics.Add(DiagnosticCode.DateUnreadable.For(culprit, unreadable.Length > 60 ? unreadable[..60] : unreadable));
        }

        if (!draft.Blocks.Exists(static block => block.Kind is BlockKind.Body or BlockKind.Quote))
        {
            draft.Diagnostics.Add(DiagnosticCode.NoText.For(culprit));
        }
    }

    /// <summary>Writes every block that is kept; returns where each block of the page begins in the text, or −1.</summary>
    private static int[] WriteBlocks(PageReading reading, IReadOnlyList<string> declaredBody, int bylineBlock, string? baseUrl, DocumentDraft draft)
    {
        Page page = reading.Page;
        CommentThreads threads = new(page);
        HashSet<string> furniture = new(StringComparer.Ordinal);
        int furnitureLength = 0;
        int[] starts = new int[page.Blocks.Count];
        Array.Fill(starts, -1);
        Uri? baseUri = baseUrl is not null && Uri.TryCreate(baseUrl, UriKind.Absolute, out Uri? parsed) ? parsed : null;
        if (reading.TitleBlock < 0 && draft.Title is { } title)
        {
            draft.Append(BlockKind.Headline, title);
        }

        PagePart? lastItem = null;
        bool bodyIsWritten = declaredBody.Count == 0;
        foreach (PageBlock block in page.Blocks)
        {
            int i = block.Index;
            if (!bodyIsWritten && i > reading.TitleBlock)
            {
                WriteDeclared(declaredBody, draft);
                bodyIsWritten = true;
            }

            BlockKind kind = KindOf(reading, block, bylineBlock);
            string? author = null, replyTo = null;
            PagePart? item = CommentThreads.ItemOf(block);
            if (item is not null)
            {
                if (threads.TryRead(block) is not { } comment)
                {
                    continue; // Author, date and buttons of a comment: what matters of them is with the comment.
                }

                (kind, author, replyTo) = (BlockKind.Comment, comment.Author, comment.ReplyTo);
            }
            else if (block.Part.IsComment)
            {
                kind = BlockKind.Furniture;
            }

            if (kind is BlockKind.Body or BlockKind.Quote && declaredBody.Count > 0)
            {
                kind = BlockKind.Furniture;
            }

            if (kind == BlockKind.Furniture)
            {
                furnitureLength += block.Text.Length;
                if (IsHidden(block.Part) || furniture.Count >= MaxFurniture || furnitureLength > MaxFurnitureCharacters || block.Words == 0 || !furniture.Add(block.Text))
                {
                    continue;
                }
            }

            bool isHeading = kind == BlockKind.Body && block.HeadingLevel > 0;
            bool goesOn = item is not null && item == lastItem && draft.Blocks[^1].Kind == BlockKind.Comment;
            TextSpan span = goesOn ? draft.AppendToLast(block.Text) : draft.Append(kind, block.Text, author, replyTo, isHeading);
            lastItem = item;
            starts[i] = span.Start;
            foreach (Link link in block.Links)
            {
                if (AddressOf(link.Href, baseUri) is { } href)
                {
                    draft.Links.Add(new Link(new TextSpan(span.Start + link.Span.Start, span.Start + link.Span.End), href));
                }
            }
        }

        if (!bodyIsWritten)
        {
            WriteDeclared(declaredBody, draft);
        }

        return starts;
    }

    private static void WriteDeclared(IReadOnlyList<string> paragraphs, DocumentDraft draft)
    {
        foreach (string paragraph in paragraphs)
        {
            draft.Append(BlockKind.Body, paragraph);
        }
    }

    private static BlockKind KindOf(PageReading reading, PageBlock block, int bylineBlock)
    {
        if (block.Index == reading.TitleBlock)
        {
            return BlockKind.Headline;
        }

        bool isMain = reading.IsMain[block.Index];
        bool isCaption = block.Part.IsIn(HtmlTag.FigureCaption) || (!isMain && block.Part.IsIn(HtmlTag.Figure));
        if (isCaption && (isMain || (block.Index > reading.TitleBlock && block.Index < reading.LastMain)) && !IsHidden(block.Part))
        {
            return BlockKind.Caption;
        }

        // Between headline and first paragraph stand signature and date, whatever the judge makes of so short a block.
        bool isAbove = block.Index > reading.TitleBlock && block.Index < reading.FirstMain && block.HeadingLevel == 0 && block.Text.Length <= LongestByline;
        if (isMain && isAbove && block.Index == bylineBlock)
        {
            return BlockKind.Byline;
        }

        if (isMain && isAbove && TimeParser.TryParse(block.Text, TimeOrigin.Text) is not null)
        {
            return BlockKind.Furniture;
        }

        if (isMain)
        {
            return RightsLines.IsWithinMainText(block.Text) ? BlockKind.Rights : block.Part.IsIn(HtmlTag.BlockQuote) ? BlockKind.Quote : BlockKind.Body;
        }

        if (RightsLines.Is(block.Text))
        {
            return BlockKind.Rights;
        }

        return block.Index == bylineBlock && block.Text.Length <= LongestByline ? BlockKind.Byline : BlockKind.Furniture;
    }

    private static bool IsHidden(PagePart part)
    {
        for (PagePart? p = part; p is not null; p = p.Parent)
        {
            if ((p.Cues & Cues.Hidden) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private static (string? Title, string? Suffix) TitleOf(PageReading reading, string? siteName, string? domain)
    {
        Page page = reading.Page;
        List<string> headings = [];
        if (reading.TitleBlock >= 0)
        {
            headings.Add(page.Blocks[reading.TitleBlock].Text);
        }

        string? suffix = null;
        if (page.Title is { } written)
        {
            suffix = Headlines.Part(System.Net.WebUtility.HtmlDecode(written), siteName, domain, headings).Suffix;
        }

        string? declared = reading.Declared.IsArticle ? reading.Declared.Headline : null;
        if (reading.TitleBlock >= 0)
        {
            string shown = Headlines.Collapse(page.Blocks[reading.TitleBlock].Text);
            return (WithoutDecoration(shown, declared ?? First(page, MetaNames.Title), siteName, domain), suffix);
        }

        string? title = declared ?? First(page, MetaNames.Title) ?? page.Title;
        if (string.IsNullOrWhiteSpace(title))
        {
            foreach (PageBlock block in page.Blocks)
            {
                if (block.HeadingLevel == 1)
                {
                    return (Headlines.Collapse(block.Text), suffix);
                }
            }

            return (null, suffix);
        }

        (string headline, string? own) = Headlines.Part(System.Net.WebUtility.HtmlDecode(title), siteName, domain, headings);
        return (headline.Length == 0 ? null : headline, suffix ?? own);
    }

    /// <summary>Some pages put a date, a source or a number of comments into the heading; the declared title tells what of it is the headline.</summary>
    private static string WithoutDecoration(string shown, string? declared, string? siteName, string? domain)
    {
        if (declared is null)
        {
            return shown;
        }

        string headline = Headlines.Part(System.Net.WebUtility.HtmlDecode(declared), siteName, domain, []).Headline;
        int at = headline.Length * 2 > shown.Length ? shown.IndexOf(headline, StringComparison.Ordinal) : -1;
        return at >= 0 && IsDecoration(shown.AsSpan(0, at)) && IsDecoration(shown.AsSpan(at + headline.Length)) ? headline : shown;
    }

    /// <summary>A date, a number, something in brackets or after a bar; words would go on with the headline.</summary>
    private static bool IsDecoration(ReadOnlySpan<char> rest)
    {
        rest = rest.Trim();
        if (rest.IsEmpty)
        {
            return true;
        }

        return rest.Length < 40 && (rest[0] is '|' or '/' or '•' or '·' || rest.IndexOfAnyExceptInRange('0', '9') < 0 || (rest[0] == '(' && (rest[^1] == ')' || char.IsAsciiDigit(rest[^1])))
            || (TimeParser.TryFindIn(rest, TimeOrigin.Text, out TextSpan date) is not null && date.Length + 4 > rest.Length));
    }

    /// <summary>The declared name of the site, else what follows the headline in the title, if the domain, a copyright line or a line of its own bears it out.</summary>
    private static string? OutletOf(PageReading reading, string? siteName, string? suffix, string? domain)
    {
        if (!string.IsNullOrWhiteSpace(siteName))
        {
            return Headlines.Collapse(System.Net.WebUtility.HtmlDecode(siteName));
        }

        if (suffix is null || Headlines.IsSite(suffix, null, domain))
        {
            return suffix;
        }

        foreach (PageBlock block in reading.Page.Blocks)
        {
            bool isItself = block.Text.Equals(suffix, StringComparison.OrdinalIgnoreCase) && block.Index < reading.TitleBlock;
            if (!reading.IsMain[block.Index] && (isItself || (block.Text.Contains(suffix, StringComparison.OrdinalIgnoreCase) && RightsLines.Is(block.Text))))
            {
                return suffix;
            }
        }

        return null;
    }

    private static string? First(Page page, string[] names)
    {
        foreach (string content in MetaNames.Find(page, names))
        {
            return content;
        }

        return null;
    }

    private static string? Absolute(string? address, string? baseUrl)
    {
        if (string.IsNullOrWhiteSpace(address))
        {
            return null;
        }

        Uri? baseUri = baseUrl is not null && Uri.TryCreate(baseUrl, UriKind.Absolute, out Uri? parsed) ? parsed : null;
        return AddressOf(address, baseUri);
    }

    /// <summary>The absolute address; null of what leads nowhere else (a script, a place on the same page).</summary>
    private static string? AddressOf(string href, Uri? baseUri)
    {
        href = href.Trim();
        if (href.Length == 0)
        {
            return "";
        }

        if (href[0] == '#' || href.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) || href.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        // A path that starts with a slash is taken for a file's absolute address on Unix.
        bool isAbsolute = href.Contains(':') && !href.StartsWith('/') && Uri.TryCreate(href, UriKind.Absolute, out Uri? absolute) && absolute.Scheme.Length > 1;
        if (isAbsolute)
        {
            return href;
        }

        return baseUri is not null && Uri.TryCreate(baseUri, href, out Uri? joined) ? joined.AbsoluteUri : href;
    }
}
