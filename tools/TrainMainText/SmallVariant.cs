using Entente.Reading.Html;

namespace Entente.Tools.TrainMainText;

/// <summary>Makes a short, plain page of a long one, so that the judge also learns pages saved bare: a few paragraphs, little around them, few class names.</summary>
internal static class SmallVariant
{
    /// <param name="turn">Each turn makes another variant of the same page.</param>
    /// <returns>The variant and for each of its blocks whether it is main text; null where the page has too little of it.</returns>
    public static (Page Page, bool[] IsMain)? Of(Page page, bool[] isMain, int titleBlock, int number, int turn)
    {
        uint random = ((uint)number * 2654435761u) + ((uint)turn * 40503u) + 7;
        int Next(int below)
        {
            random ^= random << 13;
            random ^= random >> 17;
            random ^= random << 5;
            return (int)(random % (uint)below);
        }

        int wanted = 2 + Next(7);
        int first = Array.IndexOf(isMain, true), last = first, main = 0;
        for (int i = Math.Max(first, 0); i < isMain.Length && main < wanted; i++)
        {
            if (isMain[i])
            {
                (last, main) = (i, main + 1);
            }
        }

        if (main < 2)
        {
            return null;
        }

        int before = Next(7), after = Next(9);
        int end = Array.LastIndexOf(isMain, true);
        bool isPlain = Next(2) == 0;
        int flattened = Next(10);
        Page variant = new();
        Dictionary<PagePart, PagePart> copies = [];
        List<bool> labels = [];
        foreach (PageBlock block in page.Blocks)
        {
            int i = block.Index;
            bool isKept = i == titleBlock || (i >= first - before && i <= last) || (i > end && i <= end + after);
            if (!isKept)
            {
                continue;
            }

            variant.Blocks.Add(new PageBlock(Copy(block.Part, copies, variant, isPlain, flattened), block.Text)
            {
                Index = variant.Blocks.Count,
                Links = block.Links,
                Words = block.Words,
                LinkWords = block.LinkWords,
                BoldWords = block.BoldWords,
                CodeWords = block.CodeWords,
                HeadingLevel = block.HeadingLevel,
            });
            labels.Add(isMain[i]);
        }

        return (variant, [.. labels]);
    }

    private static PagePart Copy(PagePart part, Dictionary<PagePart, PagePart> copies, Page variant, bool isPlain, int flattened)
    {
        Stack<PagePart> missing = new();
        PagePart? known = part;
        while (known is not null && !copies.ContainsKey(known))
        {
            missing.Push(known);
            known = known.Parent;
        }

        PagePart? copy = known is null ? null : copies[known];
        while (missing.TryPop(out PagePart? original))
        {
            // Elements that only lay the page out are what plain pages lack.
            bool isDropped = copy is not null && original.Tag is HtmlTag.Block or HtmlTag.Section && original.Index % 10 < flattened;
            if (!isDropped)
            {
                Cues cues = isPlain ? original.Cues & Cues.Hidden : original.Cues;
                copy = new PagePart(copy, original.Tag, cues, isPlain ? (copy?.Signature ?? 0) * 31 + (int)original.Tag : original.Signature)
                {
                    Index = variant.Parts.Count,
                    IsComment = original.IsComment,
                };
                if (copy.Parent is { } parent)
                {
                    parent.Children++;
                }

                variant.Parts.Add(copy);
            }

            copies.Add(original, copy!);
        }

        return copy!;
    }
}
