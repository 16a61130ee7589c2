using AngleSharp.Dom;
using Entente.Reading.Metadata;

namespace Entente.Reading.Html;

/// <summary>Finds who a page says wrote its report.</summary>
/// <remarks>A name shown beside the headline outweighs one that only the markup declares: content systems often put the account
/// that uploaded the page there. The outlet itself is taken only where nobody else is named.</remarks>
internal static class BylineFinder
{
    private const int Before = 8;
    private const int After = 14;

    /// <param name="block">The block the names were read in, or −1 where the markup declares them.</param>
    public static List<string> Find(Page page, JsonLd declared, string? siteName, string? domain, int headline, int firstMain, int lastMain, out int block)
    {
        List<string> people = CleanAll(declared.Authors);
        if (people.Count > 1)
        {
            people.RemoveAll(name => Headlines.IsSite(name, declared.Publisher ?? siteName, null));
        }

        (List<string> shown, int shownIn, bool isSure) = FindShown(page, headline, firstMain, lastMain);
        bool peopleAreWeak = people.Count == 0 || people.TrueForAll(name => NameShapes.IsHandle(name) || Headlines.IsSite(name, siteName ?? declared.Publisher, domain));
        block = shownIn;
        if (shown.Count > 0 && (peopleAreWeak || (isSure && !NameShapes.ShareAWord(shown, people))))
        {
            return shown;
        }

        if (!peopleAreWeak)
        {
            block = shown.Count > 0 && NameShapes.ShareAWord(shown, people) ? shownIn : -1;
            return people;
        }

        block = -1;
        List<string> meta = CleanAll(MetaNames.Find(page, MetaNames.Author));
        meta.RemoveAll(NameShapes.IsHandle);
        if (meta.Count > 0)
        {
            return meta;
        }

        if (FromCard(page) is { Count: > 0 } card)
        {
            return card;
        }

        people.RemoveAll(NameShapes.IsHandle);
        return people.Count > 0 ? people : [.. declared.Bodies];
    }

    private static List<string> CleanAll(IEnumerable<string> raw)
    {
        List<string> names = [];
        foreach (string one in raw)
        {
            foreach (string name in Bylines.Clean(System.Net.WebUtility.HtmlDecode(one), isDeclared: true))
            {
                if (!names.Contains(name, StringComparer.OrdinalIgnoreCase))
                {
                    names.Add(name);
                }
            }
        }

        return names;
    }

    /// <summary>The "Written by" pair that blog systems put among the card elements.</summary>
    private static List<string> FromCard(Page page)
    {
        for (int k = 1; k <= 2; k++)
        {
            foreach (string label in MetaNames.Find(page, ["twitter:label" + k]))
            {
                if (label.Contains("ritten by", StringComparison.Ordinal) || label.Equals("Author", StringComparison.OrdinalIgnoreCase))
                {
                    return CleanAll(MetaNames.Find(page, ["twitter:data" + k]));
                }
            }
        }

        return [];
    }

    private static (List<string> Names, int Block, bool IsSure) FindShown(Page page, int headline, int firstMain, int lastMain)
    {
        int anchor = headline >= 0 ? headline : Math.Max(firstMain, 0);
        int from = anchor - Before;
        int to = Math.Max(anchor + After, firstMain + 1);
        List<string> best = [];
        int bestRank = 0, bestBlock = -1;
        string bestText = "";
        foreach ((IElement element, int before, PagePart part) in page.Marked)
        {
            bool nearTop = before >= from && before <= to && (firstMain < 0 || before <= firstMain + 2 || before <= anchor + 3);
            bool nearEnd = lastMain > 0 && before >= lastMain - 2 && before <= lastMain + 6;
            if ((!nearTop && !nearEnd) || part.IsComment || part.IsIn(HtmlTag.Navigation))
            {
                continue;
            }

            int rank = RankOf(element, part, out bool needsLead);
            if (rank == 0)
            {
                continue;
            }

            rank = (rank * 2) + (nearTop ? 3 : 0);
            string text = ElementText.Of(element, 160);
            bool isWithin = bestText.Length > text.Length && before - bestBlock <= 1 && bestText.Contains(text, StringComparison.Ordinal);
            bool isBeside = !isWithin && rank == bestRank && before - bestBlock <= 1 && !bestText.Contains(text, StringComparison.Ordinal);
            if (rank <= bestRank && !(isWithin && rank >= bestRank - 3) && !isBeside)
            {
                continue;
            }

            bool hasLead = Bylines.HasLead(text);
            if (needsLead && !hasLead && text.Length > 45)
            {
                continue;
            }

            List<string> names = Bylines.Clean(text);
            if (names.Count == 0 || !names.TrueForAll(NameShapes.LooksLikeName))
            {
                continue;
            }

            if (isBeside)
            {
                foreach (string name in names)
                {
                    if (!best.Contains(name, StringComparer.OrdinalIgnoreCase))
                    {
                        best.Add(name);
                    }
                }

                (bestText, bestBlock) = (text, before);
                continue;
            }

            (best, bestRank, bestBlock, bestText) = (names, Math.Max(rank, bestRank), before, text);
        }

        if (bestRank < 7 && FromLines(page, from, Math.Min(to, Math.Max(firstMain + 1, anchor + 6))) is { Names.Count: > 0 } line)
        {
            return (line.Names, line.Block, true);
        }

        if (best.Count == 0 && lastMain > 0)
        {
            // Blogs sign at the foot, too.
            (List<string> foot, int footBlock) = FromLines(page, lastMain - 1, lastMain + 8);
            if (foot.Count > 0)
            {
                return (foot, footBlock, true);
            }

            if (BareName(page, headline) is { } bare)
            {
                return ([page.Blocks[bare].Text], bare, true);
            }
        }

        return (best, bestBlock, bestRank >= 7);
    }

    /// <summary>Two or three capitalised words as a block right under the headline, or beside the date, that stand elsewhere on the page too.</summary>
    private static int? BareName(Page page, int headline)
    {
        for (int i = headline + 1; headline >= 0 && i <= headline + 3 && i < page.Blocks.Count; i++)
        {
            string text = page.Blocks[i].Text;
            if (!NameShapes.HasNameShape(text) || page.Blocks[i].HeadingLevel > 0)
            {
                continue;
            }

            for (int k = i + 1; k < page.Blocks.Count; k++)
            {
                if (SpeaksOf(page, k, text))
                {
                    return i;
                }
            }

            bool byDate = IsDate(page, i - 1) || IsDate(page, i + 1);
            if (byDate)
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>"About Ann Lee", "More by Ann Lee", or the name alone and then "Ann is …".</summary>
    private static bool SpeaksOf(Page page, int index, string name)
    {
        string text = page.Blocks[index].Text;
        int at = text.Length < 400 ? text.IndexOf(name, StringComparison.Ordinal) : -1;
        if (at < 0)
        {
            return false;
        }

        if (text.Length == name.Length)
        {
            return index + 1 < page.Blocks.Count && page.Blocks[index + 1].Text.StartsWith(name[..name.IndexOf(' ')], StringComparison.Ordinal);
        }

        ReadOnlySpan<char> before = text.AsSpan(0, at).TrimEnd();
        return before.EndsWith("by", StringComparison.OrdinalIgnoreCase) || before.EndsWith("about", StringComparison.OrdinalIgnoreCase) || before.EndsWith("from", StringComparison.OrdinalIgnoreCase)
            || text.AsSpan(at + name.Length).StartsWith(" is a", StringComparison.Ordinal);
    }

    private static bool IsDate(Page page, int index) => index >= 0 && index < page.Blocks.Count && page.Blocks[index].Text.Length < 40
        && TimeParser.TryFindIn(page.Blocks[index].Text, Analysis.Text.TimeOrigin.Text, out _) is not null;

    private static int RankOf(IElement element, PagePart part, out bool needsLead)
    {
        needsLead = true;
        if (element.GetAttribute("rel") is { } rel && rel.Contains("author", StringComparison.OrdinalIgnoreCase))
        {
            needsLead = false;
            return 4;
        }

        if (element.GetAttribute("itemprop") is { } prop && (prop is "author" or "creator"))
        {
            needsLead = false;
            return 3;
        }

        Cues cues = CueWords.In(element.ClassName);
        if ((cues & Cues.Author) == 0 || (part.Cues & (Cues.Related | Cues.Quote)) != 0)
        {
            return 0;
        }

        string classes = element.ClassName!;
        bool isName = classes.Contains("author", StringComparison.OrdinalIgnoreCase) && classes.Contains("name", StringComparison.OrdinalIgnoreCase);
        bool isByline = classes.Contains("byline", StringComparison.OrdinalIgnoreCase);
        bool isAuthor = classes.Contains("author", StringComparison.OrdinalIgnoreCase) || classes.Contains("writer", StringComparison.OrdinalIgnoreCase);
        if ((cues & (Cues.Quote | Cues.Comment | Cues.Navigation)) != 0 || !(isName || isByline || isAuthor))
        {
            return 0;
        }

        return isName ? 3 : 2;
    }

    /// <summary>"By Ann Lee" as a line of its own near the headline.</summary>
    private static (List<string> Names, int Block) FromLines(Page page, int from, int to)
    {
        for (int i = Math.Max(0, from); i <= to && i < page.Blocks.Count; i++)
        {
            PageBlock block = page.Blocks[i];
            if (block.Text.Length > 160 || block.Part.IsComment || block.Part.IsIn(HtmlTag.Navigation))
            {
                continue;
            }

            if (FromLabelledBlock(page, i) is { Count: > 0 } labelled)
            {
                return (labelled, i);
            }

            foreach (string line in block.Text.Split('\n'))
            {
                int by = AnnouncesAt(line);
                if (by >= 0 && Bylines.Clean(line[by..]) is { Count: > 0 } names && names.TrueForAll(NameShapes.LooksLikeName))
                {
                    return (names, i);
                }
            }
        }

        return ([], -1);
    }

    private static int AnnouncesAt(string line)
    {
        foreach (string lead in s_leads)
        {
            if (line.StartsWith(lead, StringComparison.OrdinalIgnoreCase))
            {
                return 0;
            }
        }

        // "Published August 7, 2023 by Ann Lee"
        int by = line.IndexOf(" by ", StringComparison.OrdinalIgnoreCase);
        bool isDated = by > 0 && (line.StartsWith("Published", StringComparison.OrdinalIgnoreCase) || line.StartsWith("Posted", StringComparison.OrdinalIgnoreCase)
            || TimeParser.TryFindIn(line.AsSpan(0, by), Analysis.Text.TimeOrigin.Text, out _) is not null);
        return isDated ? by + 1 : -1;
    }

    /// <summary>"Written by" as a block, the name in the next.</summary>
    private static List<string> FromLabelledBlock(Page page, int index)
    {
        string text = page.Blocks[index].Text.TrimEnd(' ', ':');
        bool isLabel = text.Length < 16 && (text.EndsWith(" by", StringComparison.OrdinalIgnoreCase) || text.Equals("by", StringComparison.OrdinalIgnoreCase)
            || text.Equals("author", StringComparison.OrdinalIgnoreCase) || text.Equals("words", StringComparison.OrdinalIgnoreCase))
            && !text.StartsWith("reviewed", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("edited", StringComparison.OrdinalIgnoreCase)
            && !text.StartsWith("powered", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("sponsored", StringComparison.OrdinalIgnoreCase);
        if (!isLabel || index + 1 >= page.Blocks.Count || page.Blocks[index + 1].Text.Length > 90)
        {
            return [];
        }

        List<string> names = Bylines.Clean(page.Blocks[index + 1].Text);
        return names.TrueForAll(NameShapes.LooksLikeName) ? names : [];
    }

    private static readonly string[] s_leads =
        ["by ", "by:", "written by", "posted by", "author:", "words by", "authored by", "text by", "article by", "story by", "reported by", "contributed by"];
}
