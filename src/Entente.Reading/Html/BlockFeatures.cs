using System.Buffers;

namespace Entente.Reading.Html;

/// <summary>What is measured of each block of a page to tell main text from furniture.</summary>
/// <remarks>The order of the measures is part of the trained model: adding or moving one needs a new model.</remarks>
internal sealed partial class BlockFeatures
{
    /// <summary>A block of so many words of its own, few of them links, counts as a paragraph.</summary>
    private const int ParagraphLength = 10;

    private static readonly SearchValues<char> s_sentenceEnds = SearchValues.Create(".!?…。");

    private readonly Page _page;
    private readonly float[] _row = new float[MaxCount];
    private readonly byte[] _textCues;
    private readonly int _totalWords;
    private readonly int _paragraphWords;
    private readonly int _titleBlock;
    private readonly PagePart[] _cores;
    private readonly Dictionary<int, (int Count, int Words, int Links)> _templates = [];
    private readonly Dictionary<string, (int Count, int First)> _repeats = [];
    private readonly PagePart?[] _sections;
    private int _count;

    public const int MaxCount = 256;

    public BlockFeatures(Page page, string? title, HashSet<string>? declaredBody)
    {
        _page = page;
        DoubtComments(page);
        Count(page);
        PagePart root = page.Parts[0];
        _totalWords = Math.Max(1, root.Words);
        _paragraphWords = Math.Max(1, root.ParagraphWords);
        _cores = [Core(page, 0.9), Core(page, 0.7), Core(page, 0.5)];
        _sections = new PagePart?[page.Blocks.Count];
        _textCues = new byte[page.Blocks.Count * TextCues.Kinds];
        TitleWords = WordSet(title);
        DeclaredBody = declaredBody;
        foreach (PageBlock block in page.Blocks)
        {
            TextCues.Count(block.Text, _textCues.AsSpan(block.Index * TextCues.Kinds, TextCues.Kinds));
            (int n, int w, int l) = _templates.GetValueOrDefault(block.Part.Signature);
            _templates[block.Part.Signature] = (n + 1, w + block.Words, l + block.LinkWords);
            _repeats[block.Text] = _repeats.TryGetValue(block.Text, out (int Count, int First) seen) ? (seen.Count + 1, seen.First) : (1, block.Index);
            _sections[block.Index] = SectionOf(block.Part);
        }

        _titleBlock = FindTitle();
    }

    public HashSet<string> TitleWords { get; }

    public HashSet<string>? DeclaredBody { get; }

    public int TitleBlock => _titleBlock;

    /// <summary>The smallest part that holds 70 in 100 of the page's running text.</summary>
    public PagePart Core70 => _cores[1];

    public PagePart? Section(int block) => _sections[block];

    /// <summary>The measures of one block. The span is valid until the next call.</summary>
    public ReadOnlySpan<float> Measure(int index)
    {
        _count = 0;
        PageBlock block = _page.Blocks[index];
        MeasureText(block);
        MeasurePlace(block);
        MeasureParts(block);
        MeasureNeighbours(block);
        MeasureHeadings(block);
        MeasurePage();
        return _row.AsSpan(0, _count);
    }

    private void Put(double value) => _row[_count++] = (float)value;

    private void MeasureText(PageBlock block)
    {
        string text = block.Text;
        int letters = 0, digits = 0, capitals = 0, marks = 0, commas = 0, ends = 0;
        foreach (char c in text)
        {
            if (char.IsLetter(c))
            {
                letters++;
                capitals += char.IsUpper(c) ? 1 : 0;
            }
            else if (char.IsDigit(c))
            {
                digits++;
            }
            else if (c is ',' or '，')
            {
                commas++;
            }
            else if (s_sentenceEnds.Contains(c))
            {
                ends++;
            }
            else if (c is '|' or '•' or '·' or '/' or '»' or '›' or '→')
            {
                marks++;
            }
        }

        char first = text[0], last = text[^1];
        Put(block.Words);
        Put(text.Length);
        Put(block.Words == 0 ? 0 : (double)block.LinkWords / block.Words);
        Put(block.Words - block.LinkWords);
        Put(block.Words == 0 ? 0 : (double)letters / block.Words);
        Put((double)digits / text.Length);
        Put((double)capitals / Math.Max(1, letters));
        Put(commas);
        Put(ends);
        Put(marks);
        Put(s_sentenceEnds.Contains(last) || (last is '"' or '”' or ')' && ends > 0) ? 2 : last == ':' ? 1 : last == '?' ? 3 : 0);
        Put(char.IsUpper(first) ? 1 : char.IsLower(first) ? 2 : char.IsDigit(first) ? 3 : 0);
        Put(block.Words == 0 ? 0 : (double)block.BoldWords / block.Words);
        Put(block.Words == 0 ? 0 : (double)block.CodeWords / block.Words);
        Put(block.Links.Count);
        Put(text.Contains('\n') ? 1 : 0);
        Put(text.Contains('@') || text.Contains("http", StringComparison.Ordinal) ? 1 : 0);
        Put(_repeats[text].Count);
        Put(block.Index == _repeats[text].First ? 0 : 1);
        Put(block.Part.IsComment ? 1 : 0);
        ReadOnlySpan<byte> cues = CuesOf(block.Index);
        for (int k = 0; k < TextCues.Kinds; k++)
        {
            Put(cues[k]);
        }

        Put((double)cues[19] / Math.Max(1, Math.Min(60, block.Words)));
        Put(TitleOverlap(block.Text));
        Put(DeclaredOverlap(block));
    }

    private void MeasurePlace(PageBlock block)
    {
        int n = _page.Blocks.Count;
        Put(block.Index);
        Put((double)block.Index / n);
        Put(n - block.Index);
        Put(_titleBlock < 0 ? -999 : Math.Clamp(block.Index - _titleBlock, -200, 200));
        for (int c = 0; c < _cores.Length; c++)
        {
            PagePart core = _cores[c];
            bool inside = block.Part.IsInside(core);
            Put(inside ? 1 : 0);
            Put(inside ? block.Part.Depth - core.Depth : -1 - Distance(block.Part, core));
            Put(inside ? (double)(block.Index - core.FirstBlock) / Math.Max(1, core.LastBlock - core.FirstBlock)
                : block.Index < core.FirstBlock ? -1 : 2);
            Put(inside ? core.LastBlock - block.Index : block.Index < core.FirstBlock ? -1 : -2);
        }
    }

    private void MeasureParts(PageBlock block)
    {
        PagePart part = block.Part;
        Put((int)part.Tag);
        Put(part.Depth);
        Put(block.HeadingLevel);
        Put(part.IsIn(HtmlTag.Article) ? 1 : 0);
        Put(part.IsIn(HtmlTag.Main) ? 1 : 0);
        Put(part.IsIn(HtmlTag.Section) ? 1 : 0);
        Put(part.IsIn(HtmlTag.Aside) ? 1 : 0);
        Put(part.IsIn(HtmlTag.Navigation) ? 1 : 0);
        Put(part.IsIn(HtmlTag.Header) ? 1 : 0);
        Put(part.IsIn(HtmlTag.Footer) ? 1 : 0);
        Put(part.IsIn(HtmlTag.Form) ? 1 : 0);
        Put(part.IsIn(HtmlTag.Figure) ? 1 : 0);
        Put(part.IsIn(HtmlTag.FigureCaption) ? 1 : 0);
        Put(part.IsIn(HtmlTag.Table) ? 1 : 0);
        Put(part.IsIn(HtmlTag.List) ? 1 : 0);
        Put(part.IsIn(HtmlTag.Paragraph) ? 1 : 0);
        Put(part.IsIn(HtmlTag.BlockQuote) ? 1 : 0);
        Put(part.IsIn(HtmlTag.Preformatted) ? 1 : 0);
        Put(part.IsIn(HtmlTag.Details) ? 1 : 0);
        Put(part.IsIn(HtmlTag.Button) ? 1 : 0);

        Span<byte> distance = stackalloc byte[CueWords.Count];
        distance.Fill(30);
        byte d = 0;
        for (PagePart? p = part; p is not null && d < 29; p = p.Parent, d++)
        {
            uint cues = (uint)p.Cues;
            while (cues != 0)
            {
                int bit = System.Numerics.BitOperations.TrailingZeroCount(cues);
                cues &= cues - 1;
                if (bit < CueWords.Count && distance[bit] == 30)
                {
                    distance[bit] = d;
                }
            }
        }

        foreach (byte steps in distance)
        {
            Put(steps);
        }

        PagePart up = part;
        for (int level = 0; level < 4; level++)
        {
            Put(up.Words);
            Put(up.LinkDensity);
            Put(up.Blocks);
            Put(up.Paragraphs);
            Put((double)up.ParagraphWords / Math.Max(1, up.Words));
            Put(up.Children);
            up = up.Parent ?? up;
        }

        PagePart section = _sections[block.Index] ?? part;
        Put(section.Words);
        Put(section.LinkDensity);
        Put(section.Blocks);
        Put(section.Paragraphs);
        Put((double)section.Words / Math.Max(1, section.Blocks));
        Put((double)section.ParagraphWords / _paragraphWords);
        Put(section.Headings);
        Put((int)section.Tag);
        Put((double)(block.Index - section.FirstBlock) / Math.Max(1, section.Blocks));
        Put(part.Depth - section.Depth);

        (int count, int words, int links) = _templates[part.Signature];
        Put(count);
        Put((double)words / count);
        Put((double)links / Math.Max(1, words));
    }

    private void MeasureNeighbours(PageBlock block)
    {
        for (int offset = -3; offset <= 3; offset++)
        {
            if (offset == 0)
            {
                continue;
            }

            int i = block.Index + offset;
            if (i < 0 || i >= _page.Blocks.Count)
            {
                Put(-1);
                Put(-1);
                Put(-1);
                Put(-1);
                continue;
            }

            PageBlock near = _page.Blocks[i];
            Put(near.Words);
            Put(near.Words == 0 ? 0 : (double)near.LinkWords / near.Words);
            Put((int)near.Part.Tag);
            Put(Distance(block.Part, near.Part));
        }

        int before = 0, beforeLinks = 0, after = 0, afterLinks = 0;
        for (int k = 1; k <= 8; k++)
        {
            if (block.Index - k >= 0)
            {
                before += _page.Blocks[block.Index - k].Words;
                beforeLinks += _page.Blocks[block.Index - k].LinkWords;
            }

            if (block.Index + k < _page.Blocks.Count)
            {
                after += _page.Blocks[block.Index + k].Words;
                afterLinks += _page.Blocks[block.Index + k].LinkWords;
            }
        }

        Put(before);
        Put((double)beforeLinks / Math.Max(1, before));
        Put(after);
        Put((double)afterLinks / Math.Max(1, after));
    }

    private void MeasureHeadings(PageBlock block)
    {
        int i = block.Index - 1;
        while (i >= 0 && i > block.Index - 60 && _page.Blocks[i].HeadingLevel == 0)
        {
            i--;
        }

        bool found = i >= 0 && _page.Blocks[i].HeadingLevel > 0;
        Put(found ? block.Index - i : 99);
        Put(found ? _page.Blocks[i].HeadingLevel : 0);
        Put(found ? Distance(block.Part, _page.Blocks[i].Part) : 99);
        for (int k = 0; k < 19; k++)
        {
            Put(found ? CuesOf(i)[k] : 0);
        }

        int next = block.Index + 1;
        while (next < _page.Blocks.Count && next < block.Index + 60 && _page.Blocks[next].HeadingLevel == 0)
        {
            next++;
        }

        Put(next - block.Index);
        Put(next < _page.Blocks.Count ? _page.Blocks[next].HeadingLevel : -1);
    }

    private void MeasurePage()
    {
        PagePart root = _page.Parts[0];
        Put(_page.Blocks.Count);
        Put(_totalWords);
        Put((double)root.ParagraphWords / _totalWords);
        Put(root.LinkDensity);
        Put((double)_cores[0].ParagraphWords / _paragraphWords);
        Put(_cores[1].Words);
        Put(_cores[2].Words);
        Put(_cores[1].LinkDensity);
        Put(DeclaredBody is null ? 0 : 1);
    }

    private ReadOnlySpan<byte> CuesOf(int block) => _textCues.AsSpan(block * TextCues.Kinds, TextCues.Kinds);

    private static int Distance(PagePart a, PagePart b)
    {
        int steps = 0;
        while (!ReferenceEquals(a, b) && steps < 20)
        {
            if (a.Depth >= b.Depth)
            {
                if (a.Parent is null)
                {
                    break;
                }

                a = a.Parent;
            }
            else
            {
                b = b.Parent!;
            }

            steps++;
        }

        return steps;
    }
}
