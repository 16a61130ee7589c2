namespace Entente.Analysis.Briefings;

/// <summary>What a piece of a line is, so that each form (terminal, Markdown, HTML) can set it off in its own way.</summary>
internal enum Ink
{
    Plain,
    /// <summary>The name of an outlet or report.</summary>
    Name,
    /// <summary>Words of a report, with the quotation marks that say so.</summary>
    Quoted,
    /// <summary>A reference to the report list.</summary>
    Citation,
    /// <summary>What changes the meaning.</summary>
    Alert,
    Faint,
}

/// <param name="Report">The number in the report list that a citation points to.</param>
internal readonly record struct PhrasePiece(Ink Ink, string Text, int Report = 0);

/// <summary>A line of a briefing, worded once for all the forms it is printed in.</summary>
internal sealed class Phrase
{
    private readonly List<PhrasePiece> _pieces = [];

    public IReadOnlyList<PhrasePiece> Pieces => _pieces;

    public static Phrase Of(string words) => new Phrase().Say(words);

    public Phrase Say(string words) => Add(new PhrasePiece(Ink.Plain, words));

    public Phrase Faint(string words) => Add(new PhrasePiece(Ink.Faint, words));

    public Phrase Alert(string words) => Add(new PhrasePiece(Ink.Alert, words));

    public Phrase Name(string name) => Add(new PhrasePiece(Ink.Name, name));

    /// <summary>Words that a report prints: ‘…’.</summary>
    public Phrase Quote(string words) => Add(new PhrasePiece(Ink.Quoted, $"‘{words}’"));

    /// <summary>Words that somebody is quoted with: “…”.</summary>
    public Phrase Speech(string words) => Add(new PhrasePiece(Ink.Quoted, $"“{words}”"));

    public Phrase Cite(Citation citation) => Add(new PhrasePiece(Ink.Citation, citation.Text, citation.Report));

    /// <summary>Citations one after another, each with a space before it.</summary>
    public Phrase CiteAll(IEnumerable<Citation> citations)
    {
        foreach (Citation citation in citations)
        {
            Say(" ").Cite(citation);
        }

        return this;
    }

    public Phrase Then(Phrase other)
    {
        _pieces.AddRange(other._pieces);
        return this;
    }

    public Phrase Add(PhrasePiece piece)
    {
        _pieces.Add(piece);
        return this;
    }
}
