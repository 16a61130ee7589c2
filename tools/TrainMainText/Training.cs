using AngleSharp.Html.Dom;
using Entente.Reading.Html;
using Entente.Reading.Metadata;

namespace Entente.Tools.TrainMainText;

/// <summary>Trains the two ensembles that tell main text from furniture, on all pages or on all but a fold.</summary>
/// <remarks>The second ensemble learns from what the first says of pages it has not seen, as it will when it is used: hence the inner folds.</remarks>
internal sealed class Training
{
    public const int Folds = 5;
    private const int InnerFolds = 5;

    /// <summary>Short, plain variants made of each page, and how much one counts beside the page itself.</summary>
    private const int Variants = 4;
    private const double VariantWeight = 0.25;

    private static readonly GrowingOptions s_options = new(Trees: 120, Rate: 0.08, Leaves: 24, MinRows: 40, Ridge: 5, RowShare: 0.7, ColumnShare: 0.5, Seed: 1);

    private readonly List<Page> _pages = [];
    private readonly List<float[]> _rows = [];
    private readonly List<int> _pageOf = [];
    private readonly List<int> _firstRow = [];
    private readonly float[] _labels;
    private readonly float[] _weights;
    private readonly MeasureTable _table;

    public Training(IReadOnlyList<GoldPage> gold)
    {
        List<float> labels = [], weights = [];
        for (int number = 0; number < gold.Count; number++)
        {
            Add(gold[number], number, labels, weights);
        }

        _firstRow.Add(_rows.Count);
        (_labels, _weights) = ([.. labels], [.. weights]);
        _table = new MeasureTable(_rows);
    }

    /// <summary>The model trained on the pages that <paramref name="isUsed"/> admits.</summary>
    public MainText Train(Func<int, bool> isUsed)
    {
        double[] chances = new double[_rows.Count];
        for (int fold = 0; fold < InnerFolds; fold++)
        {
            // Neighbouring pages go to one outer fold, so the inner folds are cut another way.
            int held = fold;
            TreeEnsemble others = new TreeGrower(_table, _labels, _weights, s_options with { Seed = s_options.Seed + 10 + (uint)fold })
                .Grow(Rows(p => isUsed(p) && p / Folds % InnerFolds != held));
            foreach (int r in Rows(p => isUsed(p) && p / Folds % InnerFolds == held))
            {
                chances[r] = others.Chance(_rows[r]);
            }
        }

        TreeEnsemble alone = new TreeGrower(_table, _labels, _weights, s_options).Grow(Rows(isUsed));
        List<float[]> wider = new(_rows.Count);
        for (int p = 0; p < _pages.Count; p++)
        {
            (int start, int end) = (_firstRow[p], _firstRow[p + 1]);
            ContextFeatures context = new(_pages[p], chances[start..end]);
            for (int r = start; r < end; r++)
            {
                wider.Add([.. _rows[r], .. context.Measure(r - start)]);
            }
        }

        TreeEnsemble together = new TreeGrower(new MeasureTable(wider), _labels, _weights, s_options with { Seed = s_options.Seed + 1 }).Grow(Rows(isUsed));
        return new MainText(alone, together);
    }

    private void Add(GoldPage gold, int number, List<float> labels, List<float> weights)
    {
        using IHtmlDocument document = HtmlPageReader.Parse(gold.Html);
        Page page = PageWalker.Walk(document, readNoScript: false);
        JsonLd declared = JsonLd.Read(page.JsonLd);
        BlockFeatures features = HtmlPageReader.Measure(page, declared);
        bool[] isMain = GoldAlignment.MainBlocks(page, gold.MainText);
        Add(page, features, isMain, number, 1, labels, weights);
        for (int turn = 0; turn < Variants; turn++)
        {
            if (SmallVariant.Of(page, isMain, features.TitleBlock, number, turn) is { } small)
            {
                BlockFeatures measured = turn % 2 == 0 ? HtmlPageReader.Measure(small.Page, JsonLd.None, page) : new BlockFeatures(small.Page, null, null);
                Add(small.Page, measured, small.IsMain, number, VariantWeight, labels, weights);
            }
        }
    }

    private void Add(Page page, BlockFeatures features, bool[] isMain, int number, double share, List<float> labels, List<float> weights)
    {
        double total = 50;
        foreach (PageBlock block in page.Blocks)
        {
            total += isMain[block.Index] ? block.Words : 0;
        }

        _firstRow.Add(_rows.Count);
        foreach (PageBlock block in page.Blocks)
        {
            _rows.Add(features.Measure(block.Index).ToArray());
            _pageOf.Add(number);
            labels.Add(isMain[block.Index] ? 1 : 0);

            // Pages count alike and words within a page count alike, as in the score; the rest keeps short blocks from being ignored.
            weights.Add((float)(share * Math.Min(6, 0.03 + ((block.Words + 0.5) / total * 30))));
        }

        _pages.Add(page);
    }

    private int[] Rows(Func<int, bool> isUsed)
    {
        List<int> rows = [];
        for (int r = 0; r < _rows.Count; r++)
        {
            if (isUsed(_pageOf[r]))
            {
                rows.Add(r);
            }
        }

        return [.. rows];
    }
}
