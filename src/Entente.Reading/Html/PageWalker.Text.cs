using Entente.Analysis.Text;

namespace Entente.Reading.Html;

// How text is put together into blocks.
internal sealed partial class PageWalker
{
    private void AppendCellMark()
    {
        if (_length > 0 && _text[_length - 1] != '\t')
        {
            Grow(1);
            _text[_length++] = '\t';
        }

        (_spaceIsDue, _inWord, _breaks) = (false, false, 0);
    }

    private void Append(string data, PagePart part)
    {
        Grow(data.Length + 2);
        foreach (char c in data)
        {
            if (c is ' ' or '\n' or '\t' or '\r' || (c >= '\u00A0' && char.IsWhiteSpace(c)) || c < ' ')
            {
                if (_preformatted > 0 && c is not '\r')
                {
                    AppendRaw(c, part);
                }
                else
                {
                    _spaceIsDue = true;
                }

                _inWord = false;
                continue;
            }

            if (c is '\u200B' or '\uFEFF' or '\u00AD' or '\u2060')
            {
                continue;
            }

            if (_breaks > 0)
            {
                TakeBreaks();
            }

            if (_length == 0)
            {
                _blockPart = part;
            }
            else if (_spaceIsDue && _text[_length - 1] is not ('\n' or '\t'))
            {
                Grow(2);
                _text[_length++] = ' ';
            }

            _spaceIsDue = false;
            if (_length == _text.Length)
            {
                Grow(16);
            }

            _text[_length++] = c;
            bool isWord = char.IsLetterOrDigit(c) || c == '_';
            if (isWord && !_inWord)
            {
                _words++;
                _linkWords += _anchors > 0 ? 1 : 0;
                _boldWords += _bolds > 0 ? 1 : 0;
                _codeWords += _codes > 0 ? 1 : 0;
            }

            _inWord = isWord;
        }
    }

    private void AppendRaw(char c, PagePart part)
    {
        if (_length == 0)
        {
            if (c == '\n')
            {
                return;
            }

            _blockPart = part;
        }

        Grow(1);
        _text[_length++] = c == '\u00A0' ? ' ' : c;
    }

    /// <summary>Two line breaks or more part paragraphs, as pages did before style sheets.</summary>
    private void TakeBreaks()
    {
        int breaks = _breaks;
        _breaks = 0;
        if (_length == 0)
        {
            return;
        }

        if (breaks > 1 && _preformatted == 0)
        {
            Flush();
            return;
        }

        Grow(breaks);
        for (int i = 0; i < breaks; i++)
        {
            _text[_length++] = '\n';
        }

        _spaceIsDue = false;
        _inWord = false;
    }

    /// <summary>Cells stay together in their row unless one holds more than a value.</summary>
    private void LeaveCell(in Frame frame)
    {
        int start = Math.Min(frame.TextStart, _length);
        if (_length - start > LongestCell || _text.AsSpan(start, _length - start).Contains('\n'))
        {
            SplitAt(start);
            Flush();
        }
    }

    private void SplitAt(int place)
    {
        if (place == 0)
        {
            return;
        }

        string tail = new(_text, place, _length - place);
        List<Link> later = [];
        foreach (Link link in _links)
        {
            if (link.Span.Start >= place)
            {
                later.Add(link with { Span = new TextSpan(link.Span.Start - place, link.Span.End - place) });
            }
        }

        _links.RemoveAll(link => link.Span.Start >= place);
        PagePart? part = _blockPart;
        int linkWords = _linkWords;
        _length = place;
        Flush();
        string trimmed = tail.TrimStart();
        int cut = tail.Length - trimmed.Length;
        trimmed.CopyTo(_text);
        _length = trimmed.Length;
        _blockPart = part;
        foreach (Link link in later)
        {
            _links.Add(link with { Span = new TextSpan(Math.Max(0, link.Span.Start - cut), Math.Max(0, link.Span.End - cut)) });
        }

        _words = CountWords(trimmed);
        _linkWords = Math.Min(linkWords, _words);
    }

    private void Grow(int more)
    {
        if (_length + more > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + more));
        }
    }

    private void Flush()
    {
        int end = _length;
        while (end > 0 && char.IsWhiteSpace(_text[end - 1]))
        {
            end--;
        }

        if (end > 0 && _blockPart is { } part)
        {
            List<Link> links = [];
            foreach (Link link in _links)
            {
                int linkEnd = Math.Min(link.Span.End, end);
                if (linkEnd > link.Span.Start)
                {
                    links.Add(link with { Span = new TextSpan(link.Span.Start, linkEnd) });
                }
            }

            _page.Blocks.Add(new PageBlock(part, new string(_text, 0, end))
            {
                Index = _page.Blocks.Count,
                Links = links,
                Words = _words,
                LinkWords = _linkWords,
                BoldWords = _boldWords,
                CodeWords = _codeWords,
                HeadingLevel = HeadingLevelOf(part),
            });
        }

        _links.Clear();
        _length = 0;
        (_words, _linkWords, _boldWords, _codeWords) = (0, 0, 0, 0);
        (_spaceIsDue, _inWord, _breaks, _blockPart) = (false, false, 0, null);
    }

    private static int HeadingLevelOf(PagePart part)
    {
        for (PagePart? p = part; p is not null && p.Depth >= part.Depth - 3; p = p.Parent)
        {
            if (p.Tag.IsHeading())
            {
                return p.Tag - HtmlTag.Heading1 + 1;
            }
        }

        return 0;
    }

    /// <summary>Runs of letters, digits and underscores, as <c>\w+</c> counts them.</summary>
    public static int CountWords(ReadOnlySpan<char> text)
    {
        int words = 0;
        bool inside = false;
        foreach (char c in text)
        {
            bool isWord = char.IsLetterOrDigit(c) || c == '_';
            words += isWord && !inside ? 1 : 0;
            inside = isWord;
        }

        return words;
    }
}
