using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

/// <summary>Finds what stands in quotation marks in the reporting blocks of a document: curly, straight or mixed, single or double,
/// guillemets, low-high, nested, running over paragraphs that each open again, and cut in the middle of a sentence by a page.</summary>
/// <remarks>The only scanner there is: attributions, passages and lineage ask it what stands inside quotation marks.
/// A mark that nothing closes ends with its paragraph; a single mark that nothing closes is an apostrophe. Linear in the number of marks,
/// without recursion however deeply marks are nested.</remarks>
internal sealed class QuotationScanner
{
    /// <summary>Marks nested deeper than this are noise, not speech.</summary>
    private const int DeepestNesting = 16;

    private readonly string _text;
    private readonly ImmutableArray<Token> _tokens;
    private readonly List<Quotation> _found = [];
    private readonly List<OpenQuotation> _open = [];
    private readonly List<(int Token, QuotationMark Mark)> _marks = [];

    private QuotationScanner(TokenizedDocument document)
    {
        _text = document.Document.Text;
        _tokens = document.Tokens;
    }

    /// <param name="First">The first token inside: the one behind the mark, or the first of a paragraph that the quotation runs on into.</param>
    private readonly record struct OpenQuotation(int First, MarkFamily Family, int Slot, char Sign);

    /// <summary>In order of their opening marks, so a nested quotation comes after the one it stands inside.</summary>
    public static ImmutableArray<Quotation> Scan(TokenizedDocument document)
    {
        QuotationScanner scanner = new(document);
        ImmutableArray<Block> blocks = document.Document.Blocks;
        int sentence = 0;
        int running = -1;
        while (sentence < document.Sentences.Length)
        {
            int block = document.Sentences[sentence].Block;
            int first = document.Sentences[sentence].FirstToken;
            int end = first;
            while (sentence < document.Sentences.Length && document.Sentences[sentence].Block == block)
            {
                end = document.Sentences[sentence].FirstToken + document.Sentences[sentence].TokenCount;
                sentence++;
            }

            bool isProse = blocks[block].Kind is BlockKind.Body or BlockKind.Quote && !blocks[block].IsHeading;
            int left = scanner.ScanParagraph(first, end, isProse ? running : -1);
            if (blocks[block].Kind != BlockKind.Caption)
            {
                // A caption stands beside a speech, not in it.
                running = isProse ? left : -1;
            }
        }

        return scanner.Finish();
    }

    /// <param name="running">The quotation that the paragraph before left open; -1 for none.</param>
    /// <returns>The quotation that this paragraph leaves open; -1 for none.</returns>
    private int ScanParagraph(int first, int end, int running)
    {
        _marks.Clear();
        _open.Clear();
        for (int t = first; t < end; t++)
        {
            QuotationMark mark = QuotationMark.Of(_text, _tokens[t]);
            if (mark.Family != MarkFamily.None && (mark.CanOpen || mark.CanClose))
            {
                _marks.Add((t, mark));
            }
        }

        if (running >= 0 && RunsOn(running))
        {
            _found[running] = _found[running] with { LastPartToken = first };
            _open.Add(new OpenQuotation(first, FamilyOf(_found[running].Form), running, _text[_tokens[_found[running].FirstToken].Start]));
            running = -1;
        }

        for (int m = 0; m < _marks.Count; m++)
        {
            (int token, QuotationMark mark) = _marks[m];
            int top = TopOf(mark.Family);
            char sign = _text[_tokens[token].Start];
            bool directed = sign is '“' or '„' && top >= 0 && !(sign == '“' && _open[top].Sign == '„') && mark.CanOpen && !AtWordEnd(token);
            if (top >= 0 && mark.CanClose && !directed && !(mark.CanOpen && !mark.CanClose))
            {
                if (mark.Family == MarkFamily.Guillemet && _open[top].Sign == sign && mark.CanOpen)
                {
                    Open(m, end, ref running);
                }
                else if (mark.Family != MarkFamily.Single || !IsApostropheInside(m, top))
                {
                    Close(top, token);
                }
            }
            else if (mark.CanOpen && !(mark.Family == MarkFamily.Guillemet && sign == '»' && char.IsWhiteSpace(After(token))))
            {
                if (top >= 0 && mark.Family == MarkFamily.Double && !NestsAlike(m))
                {
                    // A second opening mark while one is open: the first was never closed.
                    Abandon(top, token);
                }

                Open(m, end, ref running);
            }
        }

        int left = -1;
        for (int o = _open.Count - 1; o >= 0; o--)
        {
            OpenQuotation open = _open[o];
            if (open.Family == MarkFamily.Single)
            {
                _found[open.Slot] = _found[open.Slot] with { Form = "" };
            }
            else
            {
                Fill(open, end, end, closed: false);
                left = _found[open.Slot].Parent < 0 ? open.Slot : left;
            }
        }

        return left;
    }

    /// <summary>Whether the quotation was cut within a sentence, and the first mark of its kind here closes it. A speech of several paragraphs opens each anew;
    /// a mark that was left out by mistake swallows no paragraph that quotes somebody else.</summary>
    private bool RunsOn(int running)
    {
        if (_found[running].Content.IsEmpty)
        {
            return false;
        }

        char last = _text[_found[running].Content[^1].End - 1];
        MarkFamily family = FamilyOf(_found[running].Form);
        int next = _marks.FindIndex(m => m.Mark.Family == family);
        return last is not ('.' or '!' or '?' or '…') && next >= 0 && _marks[next].Mark is { CanClose: true, CanOpen: false };
    }

    private char After(int token) => _tokens[token].End < _text.Length ? _text[_tokens[token].End] : ' ';

    private bool AtWordEnd(int token) =>
        _tokens[token].Start > 0 && !char.IsWhiteSpace(_text[_tokens[token].Start - 1]) && (char.IsWhiteSpace(After(token)) || char.IsPunctuation(After(token)));

    private int TopOf(MarkFamily family)
    {
        for (int o = _open.Count - 1; o >= 0; o--)
        {
            if (_open[o].Family == family)
            {
                return o;
            }

            // A single mark inside an open double one that is itself inside single ones closes nothing outside.
            if (family == MarkFamily.Single && _open[o].Family != MarkFamily.Single)
            {
                return -1;
            }
        }

        return -1;
    }

    private void Open(int m, int end, ref int running)
    {
        (int token, QuotationMark mark) = _marks[m];
        if (_open.Count >= DeepestNesting || (mark.Family == MarkFamily.Single && !ClosesLater(m)))
        {
            return;
        }

        char sign = _text[_tokens[token].Start];
        bool firstInParagraph = m == 0 && OnlyMarkupBefore(token);
        if (running >= 0 && firstInParagraph && FamilyOf(_found[running].Form) == mark.Family)
        {
            _found[running] = _found[running] with { LastPartToken = token };
            _open.Add(new OpenQuotation(token + 1, mark.Family, running, sign));
            running = -1;
            return;
        }

        string form = mark.Family switch { MarkFamily.Double => "double", MarkFamily.Single => "single", _ => "guillemets" };
        int parent = _open.Count > 0 ? _open[^1].Slot : -1;
        _open.Add(new OpenQuotation(token + 1, mark.Family, _found.Count, sign));
        _found.Add(new Quotation([], token, end, parent, false, form));
    }

    private static MarkFamily FamilyOf(string form) => form switch { "double" => MarkFamily.Double, "guillemets" => MarkFamily.Guillemet, "single" => MarkFamily.Single, _ => MarkFamily.None };

    private bool OnlyMarkupBefore(int token)
    {
        for (int t = token - 1; t >= 0; t--)
        {
            Token before = _tokens[t];
            bool apart = _text.AsSpan(before.End, _tokens[t + 1].Start - before.End).Contains('\n');
            if (apart)
            {
                return true;
            }

            if (!(_text[before.Start] is '*' or '_' or '[' or '>' or '—' or '–'))
            {
                return false;
            }
        }

        return true;
    }

    private void Close(int top, int token)
    {
        for (int o = _open.Count - 1; o > top; o--)
        {
            // Opened inside and never closed.
            _found[_open[o].Slot] = _found[_open[o].Slot] with { Form = "" };
        }

        Fill(_open[top], token, token + 1, closed: true);
        _open.RemoveRange(top, _open.Count - top);
    }

    private void Abandon(int top, int token)
    {
        for (int o = _open.Count - 1; o > top; o--)
        {
            _found[_open[o].Slot] = _found[_open[o].Slot] with { Form = "" };
        }

        Fill(_open[top], token, token, closed: false);
        _open.RemoveRange(top, _open.Count - top);
    }

    private void Fill(OpenQuotation open, int endToken, int next, bool closed)
    {
        Quotation found = _found[open.Slot];
        ImmutableArray<TextSpan> content = endToken > open.First
            ? found.Content.Add(new TextSpan(_tokens[open.First].Start, _tokens[endToken - 1].End))
            : found.Content;
        _found[open.Slot] = found with { Content = content, EndToken = next, Closed = closed };
    }

    /// <summary>Whether the mark after next closes too, with no opening between: "he said "no" twice".</summary>
    private bool NestsAlike(int m)
    {
        int closers = 0;
        for (int k = m + 1; k < _marks.Count && closers < 2; k++)
        {
            if (_marks[k].Mark.Family == MarkFamily.Double)
            {
                if (_marks[k].Mark.CanOpen || _text[_tokens[_marks[k].Token].Start] is '“' or '„')
                {
                    return false;
                }

                closers++;
            }
        }

        return closers == 2;
    }

    private bool ClosesLater(int m)
    {
        for (int k = m + 1; k < Math.Min(_marks.Count, m + 64); k++)
        {
            QuotationMark mark = _marks[k].Mark;
            if (mark.Family == MarkFamily.Single && mark.CanClose && !mark.CanOpen && !IsPossessive(k))
            {
                return true;
            }

            // A single quotation inside a double one closes before it.
            if (mark.Family == MarkFamily.Double && !mark.CanOpen && TopOf(MarkFamily.Double) >= 0)
            {
                break;
            }
        }

        return false;
    }

    /// <summary>the soldiers' rights, goin' home: a mark that may be an apostrophe. One that is alone in closing is taken as closing.</summary>
    private bool IsApostropheInside(int m, int top)
    {
        if (!IsPossessive(m))
        {
            return false;
        }

        for (int k = m + 1; k < Math.Min(_marks.Count, m + 64); k++)
        {
            QuotationMark mark = _marks[k].Mark;
            if (mark.Family == MarkFamily.Single)
            {
                if (mark.CanOpen)
                {
                    return false;
                }

                if (!IsPossessive(k))
                {
                    return _open[top].Family == MarkFamily.Single;
                }
            }
        }

        return false;
    }

    private bool IsPossessive(int m)
    {
        Token token = _tokens[_marks[m].Token];
        if (token.Start < 2 || token.End + 1 >= _text.Length || _text[token.End] != ' ' || !char.IsLower(_text[token.End + 1]))
        {
            return false;
        }

        char before = _text[token.Start - 1];
        return before is 's' or 'z' or 'x' || (before == 'n' && _text[token.Start - 2] == 'i');
    }

    /// <summary>Drops what turned out to be no quotation and renumbers the parents.</summary>
    private ImmutableArray<Quotation> Finish()
    {
        int[] place = new int[_found.Count];
        ImmutableArray<Quotation>.Builder kept = ImmutableArray.CreateBuilder<Quotation>(_found.Count);
        for (int q = 0; q < _found.Count; q++)
        {
            Quotation quotation = _found[q];
            int parent = quotation.Parent;
            while (parent >= 0 && place[parent] < 0)
            {
                parent = _found[parent].Parent;
            }

            if (quotation.Form.Length == 0 || quotation.Content.IsEmpty)
            {
                place[q] = -1;
                continue;
            }

            place[q] = kept.Count;
            kept.Add(quotation with { Parent = parent < 0 ? -1 : place[parent] });
        }

        return kept.ToImmutable();
    }
}
