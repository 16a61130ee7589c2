using System.Text;
using Entente.Analysis.Text;

namespace Entente.Tools.TrainEntities;

/// <summary>Writes tokens whose spacing the corpus states.</summary>
internal sealed class TokenWriter
{
    private readonly StringBuilder _text = new();
    private readonly List<TextSpan> _sentences = [];
    private int _start;
    private int _end;

    public string Text => _text.ToString();

    public IReadOnlyList<TextSpan> Sentences => _sentences;

    public TextSpan Add(string form, bool spaceAfter)
    {
        int at = _text.Length;
        _text.Append(form);
        _end = _text.Length;
        if (spaceAfter)
        {
            _text.Append(' ');
        }

        return new TextSpan(at, _end);
    }

    public void EndSentence()
    {
        if (_end > _start)
        {
            _sentences.Add(new TextSpan(_start, _end));
            _text.Append('\n');
        }

        _start = _end = _text.Length;
    }
}
