using System.Text;
using Entente.Analysis.Text;

namespace Entente.Analysis.Scoring;

/// <summary>Writes tokens of a corpus as running text again.</summary>
public sealed class TokenJoiner
{
    private readonly StringBuilder _text = new();
    private readonly List<TextSpan> _sentences = [];
    private bool _glue = true;
    private bool _open;
    private int _start;

    public string Text => _text.ToString();

    public IReadOnlyList<TextSpan> Sentences => _sentences;

    public TextSpan Add(string token, string? next)
    {
        token = token switch { "-LRB-" => "(", "-RRB-" => ")", _ => token };
        bool closing = token is "." or "," or ";" or ":" or "!" or "?" or ")" or "]" or "%" or "'s" or "’s" or "n't" or "n’t" or "'re" or "'ve" or "'ll" or "'d" or "'m" or "”" or "''" or "'" or "’" or "..."
            || (token == "\"" && _open);
        if (token is "-" && next is { Length: > 0 } && char.IsLetterOrDigit(next[0]) && _text.Length > _start && char.IsLetterOrDigit(_text[^1]))
        {
            closing = true;
        }

        // Some corpora part what belongs together: "China ’ s", "U . S .".
        closing |= token is "s" && _text.Length > _start + 1 && _text[^1] is '’' or '\'' && char.IsLetter(_text[^2]);
        closing |= token.Length == 1 && char.IsUpper(token[0]) && next == "." && _text.Length > _start + 1 && _text[^1] == '.' && char.IsUpper(_text[^2]) && (_text.Length == _start + 2 || !char.IsLetterOrDigit(_text[^3]));
        if (_text.Length > _start && !closing && !_glue)
        {
            _text.Append(' ');
        }

        int at = _text.Length;
        string written = token is "``" or "''" ? "\"" : token;
        _text.Append(written);
        _glue = token is "(" or "[" or "$" or "£" or "€" or "“" or "``" or "‘" or "#" || (token == "\"" && !_open) || (token is "-" && closing);
        _open = token == "\"" ? !_open : _open;
        return new TextSpan(at, _text.Length);
    }

    public void EndSentence()
    {
        if (_text.Length > _start)
        {
            _sentences.Add(new TextSpan(_start, _text.Length));
            _text.Append('\n');
        }

        _start = _text.Length;
        _glue = true;
        _open = false;
    }
}
