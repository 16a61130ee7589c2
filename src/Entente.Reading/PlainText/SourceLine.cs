using Entente.Analysis.Text;

namespace Entente.Reading.PlainText;

/// <summary>What the markup of a line says about it.</summary>
internal enum LineMark
{
    None,
    Heading,
    Item,
    Quote,
    Rule,
}

/// <summary>A line that is not blank, by its place in the text, without the white space around it.</summary>
/// <param name="Content">Where its words start: behind the bullet, if it has one that is kept in the text.</param>
/// <param name="Indent">Columns of white space before it.</param>
/// <param name="AfterBlank">Whether a blank line, or nothing, stands before it.</param>
/// <param name="BreaksAfter">Whether its end is meant as a break (two spaces at the end of a Markdown line).</param>
/// <param name="IsStrong">Whether all of it stood in bold type.</param>
internal readonly record struct SourceLine(int Start, int End, int Content, int Indent, LineMark Mark, bool AfterBlank, bool BreaksAfter = false, bool IsStrong = false)
{
    public TextSpan Span => new(Start, End);

    public ReadOnlySpan<char> Of(string text) => text.AsSpan(Start, End - Start);

    public ReadOnlySpan<char> WordsOf(string text) => text.AsSpan(Content, End - Content);
}
