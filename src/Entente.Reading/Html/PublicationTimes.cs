using AngleSharp.Dom;
using Entente.Analysis.Text;
using Entente.Reading.Metadata;

namespace Entente.Reading.Html;

/// <summary>When a page says its report was published and last changed.</summary>
/// <remarks>
/// The date a page shows beside its headline is the one its readers know and others cite, so it outweighs what the markup declares: where both
/// name the same day the more precise is taken, else the shown one, and the page is said to state two dates. A date shown as "updated" is taken
/// for the date of publication only where the page states no other, and the reading says so: the text as it stands is of that day.
/// </remarks>
internal sealed class PublicationTimes
{
    /// <summary>Blocks before and after the headline in which a date is the report's own.</summary>
    private const int Before = 6;
    private const int After = 12;
    private const int LongestLine = 220;

    private static readonly string[] s_updatedLabels = ["updated", "update", "modified", "reviewed", "revised", "edited", "edit", "changed", "current as of", "accessed", "checked", "verified", "active"];
    private static readonly string[] s_publishedLabels = ["published", "posted", "written", "created", "publication", "released", "date:", "originally", "issued"];

    public StatedTime? Published { get; private set; }

    public StatedTime? Updated { get; private set; }

    /// <summary>A second, different date of publication that the page states.</summary>
    public StatedTime? Disagreeing { get; private set; }

    /// <summary>Whether the page states only when it was last changed, so that this day stands in for that of publication.</summary>
    public bool IsOnlyUpdate { get; private set; }

    /// <summary>A date that the markup declares and that cannot be read.</summary>
    public string? Unreadable { get; private set; }

    /// <summary>The block in which <see cref="Published"/> stands, if it was read in the text; its span is in that block.</summary>
    public int ShownIn { get; private set; } = -1;

    /// <param name="headline">The block of the headline, or −1.</param>
    /// <param name="firstMain">The first block of main text, or −1.</param>
    public static PublicationTimes Read(Page page, JsonLd declared, string? url, int headline, int firstMain, int lastMain)
    {
        PublicationTimes times = new();
        StatedTime? published = times.Declared(page, declared.Published, TimeOrigin.JsonLd, MetaNames.Published, "datePublished");
        times.Updated = times.Declared(page, declared.Modified, TimeOrigin.JsonLd, MetaNames.Updated, "dateModified");
        Shown shown = FindShown(page, headline, firstMain, lastMain);
        times.Updated ??= shown.Updated;
        times.Published = times.Choose(published, shown.Published, shown.Block) ?? DateInAddress.TryRead(url ?? page.CanonicalUrl);
        if (times.Published is not { Precision: >= TimePrecision.Day } && times.Updated is { } changed && (times.Published is null || times.Published.Date <= changed.Date))
        {
            // First published on that day or on any before: never certainly after another report.
            (times.Published, times.IsOnlyUpdate) = (changed with { Earliest = DateTime.MinValue }, true);
        }

        return times;
    }

    private StatedTime? Choose(StatedTime? declared, StatedTime? shown, int block)
    {
        if (declared is null || shown is null)
        {
            ShownIn = declared is null && shown is not null ? block : -1;
            return declared ?? shown;
        }

        int days = declared.Date.DayNumber - shown.Date.DayNumber;
        if (days == 0 || shown.Precision < TimePrecision.Day)
        {
            return declared;
        }

        // Many sites show the day of the last change without saying so: the declared day of publication is the truth then.
        if (Updated is { } updated && Math.Abs(updated.Date.DayNumber - shown.Date.DayNumber) <= 1 && declared.Date < shown.Date)
        {
            return declared;
        }

        // A day apart is the same evening told in two zones.
        if (Math.Abs(days) > 1)
        {
            Disagreeing = declared;
        }

        ShownIn = block;
        return shown;
    }

    private StatedTime? Declared(Page page, string? jsonLd, TimeOrigin from, string[] metaNames, string itemProp)
    {
        if (jsonLd is not null)
        {
            if (TimeParser.TryParse(jsonLd, from) is { } time)
            {
                return time;
            }

            Unreadable ??= itemProp == "datePublished" ? jsonLd : null;
        }

        foreach (string content in MetaNames.Find(page, metaNames))
        {
            if (TimeParser.TryParse(content, TimeOrigin.Meta) is { } time)
            {
                return time;
            }
        }

        foreach ((IElement element, _, PagePart part) in page.Marked)
        {
            if (!part.IsComment && element.GetAttribute("itemprop") is { } props && props.Contains(itemProp, StringComparison.OrdinalIgnoreCase)
                && FromElement(element) is { } time)
            {
                return time;
            }
        }

        return null;
    }

    private static StatedTime? FromElement(IElement element)
    {
        foreach (string attribute in (ReadOnlySpan<string>)["datetime", "content", "title"])
        {
            if (element.GetAttribute(attribute) is { Length: > 3 } value && TimeParser.TryParse(value, TimeOrigin.TimeElement) is { } time)
            {
                return time;
            }
        }

        return TimeParser.TryParse(ElementText.Of(element, 120), TimeOrigin.TimeElement);
    }

    private record struct Shown(StatedTime? Published, int Block, StatedTime? Updated);

    private static Shown FindShown(Page page, int headline, int firstMain, int lastMain)
    {
        int anchor = headline >= 0 ? headline : firstMain;
        if (anchor < 0)
        {
            return default;
        }

        Shown shown = new(null, -1, null);
        int from = Math.Max(0, anchor - Before);
        int to = Math.Min(page.Blocks.Count - 1, anchor + After);
        if (firstMain > anchor)
        {
            to = Math.Clamp(firstMain + 1, Math.Min(to, anchor + 3), to);
        }

        for (int step = 0; step <= After && shown.Published is null; step++)
        {
            if (anchor + step <= to)
            {
                Look(page, anchor + step, ref shown);
            }

            if (step > 0 && anchor - step >= from && shown.Published is null)
            {
                Look(page, anchor - step, ref shown);
            }
        }

        if (shown.Published is null)
        {
            LookElsewhere(page, Math.Max(lastMain, to), ref shown);
        }

        return shown;
    }

    /// <summary>A date far from the headline is the report's own if it is said to be ("Posted by … at …"), or if it is the only one that stands alone.</summary>
    private static void LookElsewhere(Page page, int lastMain, ref Shown shown)
    {
        int alone = -1, count = 0;
        for (int i = 0; i < page.Blocks.Count; i++)
        {
            PageBlock block = page.Blocks[i];
            PagePart part = block.Part;
            if (block.Text.Length > LongestLine || part.IsComment || (part.Cues & (Cues.Related | Cues.Card | Cues.Comment)) != 0 || part.IsIn(HtmlTag.Navigation)
                || part.IsIn(HtmlTag.Aside) || part.IsIn(HtmlTag.Footer) || TimeParser.TryFindIn(block.Text, TimeOrigin.Text, out TextSpan where) is not { Precision: >= TimePrecision.Day })
            {
                continue;
            }

            if (shown.Updated is null && i >= lastMain - 2 && Labels(block.Text, where.Start, s_updatedLabels) && !block.Text.Contains("site", StringComparison.OrdinalIgnoreCase))
            {
                Look(page, i, ref shown);
            }

            bool isLabelled = Labels(block.Text, where.Start, s_publishedLabels) || (where.Start < 3 && i > 0 && EndsWithLabel(page.Blocks[i - 1].Text, s_publishedLabels));
            if (isLabelled && !Labels(block.Text, where.Start, s_updatedLabels) && (i <= lastMain + 4 || count == 0))
            {
                Look(page, i, ref shown);
                if (shown.Published is not null)
                {
                    return;
                }
            }

            if (where.Length + 4 > block.Text.Length)
            {
                (alone, count) = (i, count + 1);
            }
        }

        if (count == 1)
        {
            Look(page, alone, ref shown);
        }
    }

    private static void Look(Page page, int index, ref Shown shown)
    {
        PageBlock block = page.Blocks[index];
        PagePart part = block.Part;
        if (part.IsComment || part.IsIn(HtmlTag.Navigation) || block.Text.Length > LongestLine)
        {
            return;
        }

        LookAtTimeElements(page, index, ref shown);
        if (shown.Published is not null)
        {
            return;
        }

        bool inHeading = block.HeadingLevel > 0;
        int at = 0;
        string text = block.Text;
        while (at < text.Length && TimeParser.TryFindIn(text.AsSpan(at), TimeOrigin.Text, out TextSpan where) is { } time)
        {
            if (time.Precision < TimePrecision.Day || (inHeading && at + where.Start > 0 && text.Length - where.Length > 12))
            {
                break;
            }

            int start = at + where.Start;
            int lineStart = start;
            while (lineStart > 0 && text[lineStart - 1] != '\n')
            {
                lineStart--;
            }

            bool isUpdate = Labels(text.AsSpan(Math.Max(at, lineStart)), start - Math.Max(at, lineStart), s_updatedLabels)
                || (start - at < 3 && index > 0 && at == 0 && EndsWithLabel(page.Blocks[index - 1].Text, s_updatedLabels))
                || (block.Part.Class?.Contains("updated", StringComparison.OrdinalIgnoreCase) ?? false);
            TextSpan span = new(start, at + where.End);
            if (isUpdate)
            {
                shown.Updated ??= time with { Span = null };
            }
            else if (shown.Published is null && IsStatement(text, span))
            {
                (shown.Published, shown.Block) = (time with { Span = span }, index);
            }

            at += where.End;
        }
    }

    /// <summary>Dates in numbers such as 08/04/2025 can be read where a time element gives them a second time.</summary>
    private static void LookAtTimeElements(Page page, int index, ref Shown shown)
    {
        string text = page.Blocks[index].Text;
        foreach ((IElement element, int before, PagePart part) in page.Marked)
        {
            if (before < index || before > index + 1 || element.LocalName != "time" || part.IsComment)
            {
                continue;
            }

            string written = ElementText.Of(element, 60);
            int at = text.IndexOf(written, StringComparison.Ordinal);
            if (at < 0 || written.Length < 4 || FromElement(element) is not { Precision: >= TimePrecision.Day } time)
            {
                continue;
            }

            string classes = element.ClassName ?? "";
            bool isUpdate = (classes.Contains("updated", StringComparison.OrdinalIgnoreCase) && !classes.Contains("published", StringComparison.OrdinalIgnoreCase))
                || (element.GetAttribute("itemprop")?.Contains("dateModified", StringComparison.Ordinal) ?? false)
                || Labels(text, at, s_updatedLabels) || Labels(written, written.Length, s_updatedLabels)
                || (at < 3 && index > 0 && EndsWithLabel(page.Blocks[index - 1].Text, s_updatedLabels));
            if (isUpdate)
            {
                shown.Updated ??= time;
            }
            else if (shown.Published is null && IsStatement(text, new TextSpan(at, at + written.Length)))
            {
                (shown.Published, shown.Block) = (time, -1);
            }
        }
    }

    /// <summary>A date within a sentence tells of something else.</summary>
    private static bool IsStatement(string text, TextSpan date)
    {
        // A sentence ends with a full stop, a masthead line does not.
        bool isSentence = text[^1] is '.' or '!' or '?' && date.End < text.Length && !Labels(text, date.Start, s_publishedLabels);
        if (isSentence || text.Length - date.Length < 60)
        {
            return !isSentence;
        }

        return Labels(text, date.Start, s_publishedLabels) || text.Contains('|') || text.Contains('•') || text.Contains('·') || date.Start == 0
            || text.StartsWith("by ", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether one of the labels stands before the place, as a whole word and not far from it.</summary>
    private static bool Labels(ReadOnlySpan<char> text, int before, string[] labels)
    {
        text = text[..before];
        foreach (string label in labels)
        {
            int at = text.LastIndexOf(label, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && text.Length - at < 45 && (at == 0 || !char.IsLetter(text[at - 1]) || char.IsUpper(text[at]))
                && (at + label.Length == text.Length || !char.IsLetter(text[at + label.Length])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Last updated on:" as a block of its own before the date.</summary>
    private static bool EndsWithLabel(string text, string[] labels)
    {
        ReadOnlySpan<char> bare = text.AsSpan().TrimEnd(" :-–|");
        bare = bare.EndsWith(" on") || bare.EndsWith(" at") ? bare[..^3] : bare;
        return text.Length < 60 && Labels(bare, bare.Length, labels) && EndsWithOne(bare, labels);
    }

    private static bool EndsWithOne(ReadOnlySpan<char> text, string[] labels)
    {
        foreach (string label in labels)
        {
            if (text.EndsWith(label.AsSpan().TrimEnd(':'), StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
