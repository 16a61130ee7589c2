using System.Collections.Immutable;
using System.Text;

namespace Entente.Analysis.Briefings;

/// <summary>Foreign words and addresses made fit for HTML and SVG.</summary>
internal static class HtmlText
{
    /// <summary>Safe as text and inside a double-quoted attribute.</summary>
    public static string Escaped(string text)
    {
        int first = text.AsSpan().IndexOfAny("&<>\"'");
        if (first < 0)
        {
            return text;
        }

        StringBuilder escaped = new(text.Length + 16);
        foreach (char c in text)
        {
            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    /// <summary>Foreign words, kept from turning the text around them the other way.</summary>
    public static string Foreign(string text, string? language = null)
    {
        bool isCode = language is { Length: 2 or 3 } && language != "und" && language.All(char.IsAsciiLetterLower);
        return isCode ? $"<bdi lang=\"{language}\">{Escaped(text)}</bdi>" : $"<bdi>{Escaped(text)}</bdi>";
    }

    /// <summary>A link, if the address is one that a reader may follow; else the words alone.</summary>
    public static string Link(string html, string? address) => WebAddress.TryClean(address) is { } clean
        ? $"<a href=\"{Escaped(clean)}\" rel=\"noreferrer\">{html}</a>"
        : html;

    public static string Cite(Citation citation) => $"<a class=\"cite\" href=\"#r{citation.Report}\">{Escaped(citation.Text)}</a>";

    public static string Of(Phrase phrase)
    {
        StringBuilder html = new();
        foreach (PhrasePiece piece in phrase.Pieces)
        {
            string words = Escaped(piece.Text);
            html.Append(piece.Ink switch
            {
                Ink.Name => $"<b><bdi>{words}</bdi></b>",
                Ink.Quoted => $"<bdi class=\"quoted\">{words}</bdi>",
                Ink.Citation => $"<a class=\"cite\" href=\"#r{piece.Report}\">{words}</a>",
                Ink.Alert => $"<strong>{words}</strong>",
                Ink.Faint => $"<span class=\"faint\">{words}</span>",
                _ => words,
            });
        }

        return html.ToString();
    }

    /// <summary>Words compared with another wording: put in, left out, or worded differently there.</summary>
    public static string Of(ImmutableArray<WordingPiece> pieces)
    {
        StringBuilder html = new();
        foreach (WordingPiece piece in pieces)
        {
            string words = Escaped(piece.Text);
            string bears = piece.MeaningBearing ? " class=\"bears\"" : "";
            html.Append(piece.Mark switch
            {
                WordingMark.Inserted => $"<ins{bears}>{words}</ins>",
                WordingMark.Deleted => $"<del{bears}>{words}</del>",
                WordingMark.ChangedElsewhere => $"<mark{bears}>{words}</mark>",
                _ => words,
            });
        }

        return html.ToString();
    }
}
