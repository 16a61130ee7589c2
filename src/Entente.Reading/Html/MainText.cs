namespace Entente.Reading.Html;

/// <summary>Tells a page's main text from everything around it.</summary>
/// <remarks>
/// Each block is judged alone by a first ensemble of decision trees, then again with what its neighbours and surrounding parts were
/// judged to be. The blocks kept are those that make the expected F1, in words, greatest: so no threshold is set by hand. Readers' comments and a second
/// copy of a paragraph (a page that carries its text once for each screen size) are never main text.
/// </remarks>
internal sealed class MainText(TreeEnsemble alone, TreeEnsemble together)
{
    private const string Resource = "main-text.model";
    private const uint Magic = 0x314D4E45;

    /// <summary>A shorter text may well stand twice ("Pros", "Cons").</summary>
    private const int ShortestCopy = 8;

    private const int FewestLines = 3;
    private const int FewestFlowWords = 60;

    private static readonly Lazy<MainText> s_shipped = new(Load);

    public static MainText Shipped => s_shipped.Value;

    public TreeEnsemble Alone { get; } = alone;

    public TreeEnsemble Together { get; } = together;

    /// <summary>For each block of the page whether it is main text; its chance is left in <see cref="PageBlock.MainChance"/>.</summary>
    public bool[] Judge(Page page, BlockFeatures features)
    {
        int count = page.Blocks.Count;
        double[] first = new double[count];
        float[] row = new float[BlockFeatures.MaxCount + ContextFeatures.MaxCount];
        float[][] rows = new float[count][];
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<float> measures = features.Measure(i);
            first[i] = Alone.Chance(measures);
            rows[i] = measures.ToArray();
        }

        ContextFeatures context = new(page, first);
        for (int i = 0; i < count; i++)
        {
            rows[i].CopyTo(row, 0);
            ReadOnlySpan<float> more = context.Measure(i);
            more.CopyTo(row.AsSpan(rows[i].Length));
            page.Blocks[i].MainChance = (first[i] + Together.Chance(row.AsSpan(0, rows[i].Length + more.Length))) / 2;
        }

        Level(page);
        return Choose(page);
    }

    /// <summary>Paragraphs that are bare lines of one element, parted by line breaks, are one flow of text: each is judged mostly by them all,
    /// so that one after an advertisement in their midst is not lost.</summary>
    private static void Level(Page page)
    {
        foreach (IGrouping<PagePart, PageBlock> flow in page.Blocks.Where(b => b.HeadingLevel == 0).GroupBy(b => b.Part))
        {
            PageBlock[] lines = [.. flow];
            int words = lines.Sum(b => b.Words);
            if (lines.Length < FewestLines || words < FewestFlowWords)
            {
                continue;
            }

            double together = lines.Sum(b => b.MainChance * b.Words) / words;
            foreach (PageBlock line in lines)
            {
                line.MainChance = (line.MainChance + (3 * together)) / 4;
            }
        }
    }

    /// <summary>The blocks whose choice makes the expected F1 greatest (Lewis 1995): taken by falling chance while it rises.</summary>
    public static bool[] Choose(Page page)
    {
        bool[] chosen = new bool[page.Blocks.Count];
        List<PageBlock> candidates = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        double expected = 0;
        foreach (PageBlock block in page.Blocks)
        {
            if (!block.Part.IsComment && (block.Words < ShortestCopy || seen.Add(block.Text)))
            {
                candidates.Add(block);
                expected += block.MainChance * block.Words;
            }
        }

        candidates.Sort(static (a, b) =>
        {
            int byChance = b.MainChance.CompareTo(a.MainChance);
            return byChance != 0 ? byChance : a.Index.CompareTo(b.Index);
        });
        double right = 0, taken = 0, best = 0;
        int keep = 0;
        for (int k = 0; k < candidates.Count; k++)
        {
            right += candidates[k].MainChance * candidates[k].Words;
            taken += candidates[k].Words;
            double f1 = 2 * right / (taken + expected + 1e-9);
            if (f1 >= best)
            {
                (best, keep) = (f1, k + 1);
            }
        }

        for (int k = 0; k < keep; k++)
        {
            chosen[candidates[k].Index] = candidates[k].MainChance > 0.1;
        }

        return chosen;
    }

    public void Write(Stream stream)
    {
        using BinaryWriter writer = new(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        Alone.Write(writer);
        Together.Write(writer);
    }

    private static MainText Load()
    {
        using Stream stream = typeof(MainText).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The model {Resource} is missing from the program.");
        using BinaryReader reader = new(stream);
        if (reader.ReadUInt32() != Magic)
        {
            throw new InvalidOperationException($"The model {Resource} is not one that this program reads.");
        }

        return new MainText(TreeEnsemble.Read(reader), TreeEnsemble.Read(reader));
    }
}
