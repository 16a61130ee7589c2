using System.Text;

namespace Entente.Analysis.Briefings;

/// <summary>Lines for a terminal, wrapped at word ends so that none is wider than the page.</summary>
internal sealed class TerminalPage(TextWriter writer, int width, bool color)
{
    private const string Reset = "\e[0m";
    private readonly StringBuilder _line = new();
    private readonly List<PhrasePiece> _word = [];
    private int _column;
    private bool _isEmpty;

    public int Width => width;

    public void Blank() => writer.Write('\n');

    public void Heading(string words, int indent = 0) => Line(indent, indent, new Phrase().Name(words));

    /// <param name="indent">Columns before the first line.</param>
    /// <param name="hanging">Columns before the lines that follow it.</param>
    public void Line(int indent, int hanging, Phrase phrase)
    {
        // On a very narrow page, room for words counts for more than the indentation.
        indent = Math.Min(indent, width / 4);
        hanging = Math.Min(hanging, width / 4);
        Start(indent);
        foreach (PhrasePiece piece in phrase.Pieces)
        {
            int from = 0;
            for (int i = 0; i <= piece.Text.Length; i++)
            {
                if (i < piece.Text.Length && piece.Text[i] != ' ')
                {
                    continue;
                }

                if (i > from)
                {
                    _word.Add(piece with { Text = piece.Text[from..i] });
                }

                if (i < piece.Text.Length)
                {
                    PutWord(hanging);
                }

                from = i + 1;
            }
        }

        PutWord(hanging);
        End();
    }

    private void Start(int indent)
    {
        _line.Clear().Append(' ', indent);
        _column = indent;
        _isEmpty = true;
    }

    private void End()
    {
        writer.Write(_line.ToString());
        writer.Write('\n');
    }

    private void PutWord(int hanging)
    {
        if (_word.Count == 0)
        {
            return;
        }

        int columns = _word.Sum(p => DisplayColumns.Of(p.Text));
        if (!_isEmpty && _column + 1 + columns > width)
        {
            End();
            Start(hanging);
        }

        if (!_isEmpty)
        {
            _line.Append(' ');
            _column++;
        }

        foreach (PhrasePiece piece in _word)
        {
            Put(piece, hanging);
        }

        _word.Clear();
        _isEmpty = false;
    }

    private void Put(PhrasePiece piece, int hanging)
    {
        string sequence = color ? Sequence(piece.Ink) : "";
        _line.Append(sequence);
        foreach (Rune rune in piece.Text.EnumerateRunes())
        {
            int columns = DisplayColumns.Of(rune);
            // A word longer than the page, such as an address, is broken where the line is full.
            if (_column + columns > width)
            {
                _line.Append(sequence.Length > 0 ? Reset : "");
                End();
                Start(hanging);
                _line.Append(sequence);
            }

            _line.Append(rune.Value == '\u00A0' ? " " : rune.ToString());
            _column += columns;
        }

        _line.Append(sequence.Length > 0 ? Reset : "");
    }

    private static string Sequence(Ink ink) => ink switch
    {
        Ink.Name => "\e[1m",
        Ink.Citation => "\e[36m",
        Ink.Alert => "\e[1;33m",
        Ink.Faint => "\e[2m",
        _ => "",
    };
}
