using System.Collections.Immutable;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

/// <summary>A set of tokens of one document, cleared in constant time and read off as runs.</summary>
internal sealed class TokenMarks(ParsedDocument parsed)
{
    private readonly int[] _stamp = new int[parsed.Heads.Length];
    private readonly Stack<int> _pending = new();
    private int _generation;
    private int _first;
    private int _last;

    public void Clear()
    {
        _generation++;
        (_first, _last) = (int.MaxValue, -1);
    }

    /// <summary>The last token ever added since the set was cleared that is still in it; -1 for an empty set.</summary>
    public int Last
    {
        get
        {
            int last = _last;
            while (last >= _first && !Contains(last))
            {
                last--;
            }

            return last >= _first ? last : -1;
        }
    }

    public bool Contains(int token) => _stamp[token] == _generation;

    public void Add(int token)
    {
        _stamp[token] = _generation;
        _first = Math.Min(_first, token);
        _last = Math.Max(_last, token);
    }

    public void Remove(int token) => _stamp[token] = 0;

    /// <summary>Adds a token and all below it. Linear in their number.</summary>
    public void AddSubtree(int token)
    {
        _pending.Push(token);
        while (_pending.TryPop(out int t))
        {
            Add(t);
            foreach (int child in parsed.Of(t))
            {
                _pending.Push(child);
            }
        }
    }

    public void RemoveSubtree(int token)
    {
        _pending.Push(token);
        while (_pending.TryPop(out int t))
        {
            Remove(t);
            foreach (int child in parsed.Of(t))
            {
                _pending.Push(child);
            }
        }
    }

    /// <summary>The runs of marked tokens as spans of the text, without the marks of punctuation at their ends; quotation marks and brackets stay where both stand inside.</summary>
    public ImmutableArray<TextSpan> Spans()
    {
        ImmutableArray<TextSpan>.Builder spans = ImmutableArray.CreateBuilder<TextSpan>();
        int t = _first;
        while (t <= _last)
        {
            if (!Contains(t))
            {
                t++;
                continue;
            }

            int from = t;
            while (t <= _last && Contains(t))
            {
                t++;
            }

            (int start, int end) = Trim(from, t);
            if (start < end)
            {
                spans.Add(new TextSpan(parsed.Document.Tokens[start].Start, parsed.Document.Tokens[end - 1].End));
            }
        }

        return spans.ToImmutable();
    }

    private (int From, int To) Trim(int from, int to)
    {
        while (from < to && IsMark(from) && !Pairs(from, from, to, 1))
        {
            from++;
        }

        while (to > from && IsMark(to - 1) && !Pairs(to - 1, from, to, -1))
        {
            to--;
        }

        return (from, to);
    }

    private bool IsMark(int t) => parsed.Document.Tokens[t].Kind is TokenKind.Punctuation && First(t) is not '#' and not '@' and not '$';

    private char First(int t) => parsed.Document.Document.Text[parsed.Document.Tokens[t].Start];

    /// <summary>Whether a mark at one end has its partner inside.</summary>
    private bool Pairs(int mark, int from, int to, int step)
    {
        ReadOnlySpan<char> partners = First(mark) switch
        {
            '“' or '„' => "”“",
            '”' => "“„",
            '"' => "\"",
            '‘' => "’'",
            '’' or '\'' => "‘'",
            '(' => ")",
            ')' => "(",
            '[' => "]",
            ']' => "[",
            '«' => "»",
            '»' => "«",
            _ => [],
        };
        for (int t = mark + step; partners.Length > 0 && t >= from && t < to; t += step)
        {
            if (partners.Contains(First(t)) && IsMark(t))
            {
                return true;
            }
        }

        return false;
    }
}
