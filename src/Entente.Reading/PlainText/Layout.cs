using Entente.Analysis.Text;

namespace Entente.Reading.PlainText;

/// <summary>The parts of a report told apart: what stands above its first sentence, its body, what stands below its last.</summary>
internal sealed class Layout
{
    /// <summary>A line of fewer words without a full stop, between paragraphs, is a subheading.</summary>
    private const int MostWordsOfHeading = 11;

    private const int MostWordsOfHeadline = 25;

    private readonly SourceLines _source;
    private readonly OutletRegister _outlets;
    private readonly List<Paragraph> _paragraphs;
    private readonly LineForm[] _forms;
    private readonly List<Block> _blocks = [];
    private readonly List<string> _byline = [];
    private readonly OutletEvidence _evidence;

    private Layout(SourceLines source, OutletRegister outlets, List<Paragraph> paragraphs)
    {
        _source = source;
        _outlets = outlets;
        _paragraphs = paragraphs;
        _forms = new LineForm[paragraphs.Count];
        _evidence = new OutletEvidence(outlets);
    }

    /// <summary>In order of place.</summary>
    public IReadOnlyList<Block> Blocks => _blocks;

    public string? Title { get; private set; }

    public IReadOnlyList<string> Byline => _byline;

    public string? OutletName { get; private set; }

    public StatedTime? Published { get; private set; }

    public StatedTime? Updated { get; private set; }

    public static Layout Of(SourceLines source, OutletRegister outlets)
    {
        CommentThread? thread = CommentThread.TryFind(source);
        Layout layout = new(source, outlets, Paragraph.Group(source, thread));
        layout.Arrange();
        if (thread is not null)
        {
            layout._blocks.AddRange(thread.Comments);
            layout._blocks.Sort((a, b) => a.Span.CompareTo(b.Span));
        }

        layout.OutletName = layout._evidence.Decide(layout._byline);
        return layout;
    }

    private void Arrange()
    {
        bool inTail = false;
        bool inBody = false;
        for (int i = 0; i < _paragraphs.Count; i++)
        {
            ReadOnlySpan<char> words = WordsOf(i);
            _forms[i] = LineForms.Of(words, LineForms.CountWords(words), inTail);
            if (_forms[i] == LineForm.None && _paragraphs[i].Mark is LineMark.None or LineMark.Item && PlainText.Byline.TryRead(_source.Text, _paragraphs[i].Span, _outlets) is not null)
            {
                _forms[i] = LineForm.Byline;
            }

            inBody |= _forms[i] == LineForm.None && IsProse(i);
            inTail = inBody && (inTail || _forms[i] is LineForm.Furniture or LineForm.Rights or LineForm.Rule);
        }

        int bodyStart = 0;
        while (bodyStart < _paragraphs.Count && !(_forms[bodyStart] == LineForm.None && IsProse(bodyStart)))
        {
            bodyStart++;
        }

        // Without a sentence anywhere, the first line is a headline and the rest is what there is.
        if (bodyStart == _paragraphs.Count)
        {
            bodyStart = Math.Min(1, _paragraphs.Count);
        }

        int bodyEnd = _paragraphs.Count;
        while (bodyEnd > bodyStart && !(_forms[bodyEnd - 1] == LineForm.None && IsBody(bodyEnd - 1)))
        {
            bodyEnd--;
        }

        ArrangeTop(bodyStart);
        ArrangeBody(bodyStart, bodyEnd);
        for (int i = bodyEnd; i < _paragraphs.Count; i++)
        {
            ArrangeBelow(i);
        }
    }

    private void ArrangeTop(int end)
    {
        int headline = FindHeadline(end);
        string? headlineWords = headline < 0 ? null : WordsOf(headline).ToString();
        bool pastHeadline = headline < 0;
        for (int i = 0; i < end; i++)
        {
            ReadOnlySpan<char> words = WordsOf(i);
            if (i == headline)
            {
                Add(i, BlockKind.Headline);
                Title = headlineWords;
                pastHeadline = true;
            }
            else if (headlineWords is not null && words.Equals(headlineWords, StringComparison.OrdinalIgnoreCase))
            {
                // Printed twice: the page's doing, not something said twice.
                Add(i, BlockKind.Furniture);
            }
            else if (_forms[i] == LineForm.Byline)
            {
                AddByline(i, Place.Top);
            }
            else if (_forms[i] != LineForm.None)
            {
                AddForm(i);
            }
            else if (Masthead.TryRead(_source.Text, _paragraphs[i].Span, _outlets) is { } masthead)
            {
                AddMasthead(masthead);
                Add(i, BlockKind.Furniture);
            }
            else if (ReadAuthorWithOutlet(i) is { } author)
            {
                _byline.Add(author);
                Add(i, BlockKind.Byline);
            }
            else if (LineForms.CountWords(words) > MostWordsOfHeadline || LineForms.HasInnerSentence(words))
            {
                Add(i, BlockKind.Body);
            }
            else if (pastHeadline && LooksLikeAuthor(i, end))
            {
                _byline.Add(words.ToString());
                Add(i, BlockKind.Byline);
            }
            else if (pastHeadline && (_paragraphs[i].Mark == LineMark.Heading || LineForms.CountWords(words) > 4))
            {
                // A second line of the headline, or a subheading that the report opens with.
                bool isDeck = headline >= 0 && i == headline + 1 && _paragraphs[i].Mark != LineMark.Heading;
                Add(i, isDeck ? BlockKind.Headline : BlockKind.Body, isHeading: !isDeck);
            }
            else
            {
                Add(i, IsShouted(words) ? BlockKind.Furniture : BlockKind.Caption);
            }
        }
    }

    private void ArrangeBody(int start, int end)
    {
        bool datelined = false;
        int prose = 0;
        for (int i = start; i < end; i++)
        {
            if (_forms[i] == LineForm.Byline)
            {
                AddByline(i, Place.Body);
            }
            else if (_forms[i] is not (LineForm.None or LineForm.Section))
            {
                AddForm(i);
            }
            else if (_paragraphs[i].Mark == LineMark.Heading || IsSubheading(i))
            {
                bool isRepeat = Title is not null && WordsOf(i).Equals(Title, StringComparison.OrdinalIgnoreCase);
                Add(i, isRepeat ? BlockKind.Furniture : BlockKind.Body, isHeading: !isRepeat);
            }
            else if (_paragraphs[i].Mark == LineMark.Quote)
            {
                Add(i, BlockKind.Quote);
            }
            else
            {
                TextSpan span = _paragraphs[i].Span;
                if (!datelined && prose < 3 && Dateline.TryRead(_source.Text, span, _outlets, prose == 0) is { } dateline)
                {
                    datelined = true;
                    AddDateline(span, dateline);
                    span = new TextSpan(dateline.End, span.End);
                }

                prose++;
                _blocks.Add(new Block(BlockKind.Body, span));
            }
        }
    }

    /// <summary>Below the last sentence, what is short and ends no sentence is the page's.</summary>
    private void ArrangeBelow(int i)
    {
        if (_forms[i] == LineForm.Byline)
        {
            AddByline(i, Place.Bottom);
        }
        else if (_forms[i] != LineForm.None)
        {
            AddForm(i);
        }
        else
        {
            if (Masthead.TryRead(_source.Text, _paragraphs[i].Span, _outlets) is { } masthead && (masthead.Published ?? masthead.Updated) is not null)
            {
                AddMasthead(masthead);
            }

            Add(i, BlockKind.Furniture);
        }
    }

    private int FindHeadline(int end)
    {
        int best = -1;
        for (int i = 0; i < end; i++)
        {
            if (_paragraphs[i].Mark == LineMark.Heading && _forms[i] is LineForm.None or LineForm.Section)
            {
                return i;
            }
        }

        for (int i = 0; i < end; i++)
        {
            int words = LineForms.CountWords(WordsOf(i));
            if (_forms[i] != LineForm.None || _paragraphs[i].Mark is LineMark.Item or LineMark.Quote || words > MostWordsOfHeadline || WordsOf(i)[^1] is ':' or ',' || LineForms.HasInnerSentence(WordsOf(i)) || ReadAuthorWithOutlet(i) is not null
                || Masthead.TryRead(_source.Text, _paragraphs[i].Span, _outlets) is not null)
            {
                continue;
            }

            if (words >= 4)
            {
                return i;
            }

            best = best < 0 && words >= 2 ? i : best;
        }

        return best;
    }

    /// <summary>"Ana Roe" between headline and date: two or three capitalised words, and a date line or the report next.</summary>
    private bool LooksLikeAuthor(int i, int end)
    {
        ReadOnlySpan<char> words = WordsOf(i);
        return _byline.Count == 0 && _paragraphs[i].Mark == LineMark.None && LineForms.CountWords(words) is 2 or 3 && NameForms.IsCapitalised(words, 3) && !IsShouted(words)
            && i + 1 < end && Masthead.TryRead(_source.Text, _paragraphs[i + 1].Span, _outlets) is { Published: not null };
    }

    /// <summary>"Ana Roe, Reuters": a name and a listed outlet.</summary>
    private string? ReadAuthorWithOutlet(int i)
    {
        ReadOnlySpan<char> words = WordsOf(i);
        int comma = words.LastIndexOf(',');
        if (comma < 3 || words.Length > 80 || _paragraphs[i].Mark == LineMark.Heading || !NameForms.IsCapitalised(words[..comma], 4) || LineForms.CountWords(words[..comma]) < 2)
        {
            return null;
        }

        string outlet = words[(comma + 1)..].Trim().ToString();
        return _outlets.TryFindByName(outlet) is not null || (outlet.Contains('.', StringComparison.Ordinal) && _outlets.TryFindByDomain(outlet) is not null) ? words[..comma].Trim().ToString() : null;
    }

    private enum Place
    {
        Top,
        Body,
        Bottom,
    }

    private void AddByline(int i, Place place)
    {
        TextSpan span = _paragraphs[i].Span;
        Byline byline = PlainText.Byline.TryRead(_source.Text, span, _outlets)!;
        foreach (string name in byline.Names)
        {
            if (place == Place.Top || !_byline.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                _evidence.AddByline(name, place == Place.Bottom);
            }

            if (!_byline.Contains(name, StringComparer.OrdinalIgnoreCase) && (place == Place.Top || _byline.Count == 0 || !_evidence.HasTopByline))
            {
                _byline.Add(name);
            }
        }

        _evidence.HasTopByline |= place == Place.Top;
        if (byline.Rest is { } rest)
        {
            AddMasthead(Masthead.TryRead(_source.Text, rest, _outlets)
                ?? (NameForms.IsCapitalised(rest.In(_source.Text), 5) ? new Masthead(rest.Of(_source.Text).Trim(), null, null) : null));
        }

        Add(i, BlockKind.Byline);
    }

    private void AddMasthead(Masthead? masthead)
    {
        if (masthead is null)
        {
            return;
        }

        Published ??= masthead.Published;
        Updated ??= masthead.Updated;
        if (masthead.Name is { } name)
        {
            _evidence.AddMasthead(name);
        }
    }

    private void AddDateline(TextSpan paragraph, Dateline dateline)
    {
        int end = dateline.End;
        while (SourceLines.IsBlank(_source.Text[end - 1]))
        {
            end--;
        }

        _blocks.Add(new Block(BlockKind.Dateline, new TextSpan(paragraph.Start, end)));
        Published ??= dateline.Published;
        if (dateline.Source is { } source && !dateline.SourceInBrackets)
        {
            _evidence.AddDateword(source);
        }
    }

    private void AddForm(int i)
    {
        switch (_forms[i])
        {
            case LineForm.Caption:
                Add(i, BlockKind.Caption);
                break;
            case LineForm.Rights:
                _evidence.AddRights(WordsOf(i));
                AddRights(_paragraphs[i].Span);
                break;
            default:
                Add(i, BlockKind.Furniture);
                break;
        }
    }

    /// <summary>A disclaimer may end in a licence: its first sentences are furniture, the licence is a right.</summary>
    private void AddRights(TextSpan span)
    {
        string text = _source.Text;
        if (span.In(text).TrimStart("*_ ").StartsWith("Disclaimer", StringComparison.OrdinalIgnoreCase))
        {
            int start = span.Start;
            for (int i = span.Start; i + 2 < span.End; i++)
            {
                if (text[i] != '.' || text[i + 1] != ' ' || !char.IsUpper(text[i + 2]))
                {
                    continue;
                }

                ReadOnlySpan<char> sentence = text.AsSpan(start, i + 1 - start);
                if (LineForms.Of(sentence, int.MaxValue, inTail: false) == LineForm.Rights)
                {
                    break;
                }

                start = i + 2;
            }

            if (start > span.Start)
            {
                _blocks.Add(new Block(BlockKind.Furniture, new TextSpan(span.Start, start - 1)));
                span = new TextSpan(start, span.End);
            }
        }

        _blocks.Add(new Block(BlockKind.Rights, span));
    }

    private void Add(int i, BlockKind kind, bool isHeading = false) => _blocks.Add(new Block(kind, _paragraphs[i].Span, IsHeading: isHeading));

    private ReadOnlySpan<char> WordsOf(int i) => _paragraphs[i].Span.In(_source.Text);

    /// <summary>Whether it reads as running text: a sentence of some length, or much of one.</summary>
    private bool IsProse(int i)
    {
        ReadOnlySpan<char> words = WordsOf(i);
        if (_paragraphs[i].Mark is LineMark.Heading or LineMark.Rule)
        {
            return false;
        }

        int count = LineForms.CountWords(words);
        bool endsFlat = LineForms.EndsSentence(words) && words.TrimEnd("\"”’') *_")[^1] == '.';
        return count >= 30 || (count >= 6 && endsFlat) || (count >= 20 && LineForms.EndsSentence(words)) || (_paragraphs[i].Mark == LineMark.Quote && LineForms.EndsSentence(words));
    }

    private bool IsBody(int i) =>
        _paragraphs[i].Mark is LineMark.Quote or LineMark.Item || LineForms.EndsSentence(WordsOf(i)) || LineForms.CountWords(WordsOf(i)) > MostWordsOfHeading
        || WordsOf(i)[0] is '"' or '“' or '„' or '«';

    private bool IsSubheading(int i)
    {
        ReadOnlySpan<char> words = WordsOf(i);
        bool flat = LineForms.EndsSentence(words) && words[^1] is not '?';
        return _paragraphs[i].Mark == LineMark.None && LineForms.CountWords(words) <= MostWordsOfHeading && !flat && words[^1] is not (':' or ',' or ';' or '"' or '”')
            && words[0] is not ('"' or '“' or '„' or '«') && !char.IsLower(words[0]) && !LineForms.HasInnerSentence(words) && !IsSpeech(words);
    }

    /// <summary>"MAYOR: And what of the bridge?": a line of a transcript.</summary>
    private static bool IsSpeech(ReadOnlySpan<char> words)
    {
        int colon = words.IndexOf(": ");
        return colon is > 1 and < 40 && words[^1] is '?' or '.' or '!' && IsShouted(words[..colon]);
    }

    private static bool IsShouted(ReadOnlySpan<char> words)
    {
        foreach (char c in words)
        {
            if (char.IsLower(c))
            {
                return false;
            }
        }

        return true;
    }
}
