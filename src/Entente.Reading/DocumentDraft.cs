using System.Text;
using Entente.Analysis.Text;

namespace Entente.Reading;

/// <summary>A document while it is being read: text, blocks and what the report itself states. Freezing it is <see cref="Reader"/>'s work.</summary>
internal sealed class DocumentDraft
{
    private readonly StringBuilder? _assembled;
    private readonly string? _verbatim;

    /// <summary>A draft whose text is put together block by block (HTML).</summary>
    public DocumentDraft() => _assembled = new StringBuilder();

    /// <summary>A draft over text that stays as it stood in the file (plain text, Markdown); blocks are added by place.</summary>
    public DocumentDraft(string verbatim) => _verbatim = verbatim;

    public string Text => _verbatim ?? _assembled!.ToString();

    public List<Block> Blocks { get; } = [];

    public List<Link> Links { get; } = [];

    /// <summary>Credits that the report's own metadata states; those in its words are found once it is frozen.</summary>
    public List<Credit> Credits { get; } = [];

    public List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>The name the report gives itself (front matter).</summary>
    public string? Id { get; set; }

    public string? Title { get; set; }

    public List<string> Byline { get; } = [];

    public string? OutletName { get; set; }

    public string? Url { get; set; }

    /// <summary>As the page declares it (<c>lang="en-GB"</c>); only a hint.</summary>
    public string? DeclaredLanguage { get; set; }

    public StatedTime? Published { get; set; }

    public StatedTime? Updated { get; set; }

    /// <summary>Appends a block, parted from the one before by an empty line; returns where it stands.</summary>
    public TextSpan Append(BlockKind kind, ReadOnlySpan<char> text, string? author = null, string? replyTo = null, bool isHeading = false)
    {
        StringBuilder assembled = _assembled ?? throw new InvalidOperationException("A verbatim draft takes blocks by place.");
        if (assembled.Length > 0)
        {
            assembled.Append("\n\n");
        }

        int start = assembled.Length;
        assembled.Append(text);
        TextSpan span = new(start, assembled.Length);
        Blocks.Add(new Block(kind, span, author, replyTo, isHeading));
        return span;
    }

    /// <summary>Lets the last block go on with another line; returns where that stands.</summary>
    public TextSpan AppendToLast(ReadOnlySpan<char> text)
    {
        StringBuilder assembled = _assembled ?? throw new InvalidOperationException("A verbatim draft takes blocks by place.");
        assembled.Append('\n');
        int start = assembled.Length;
        assembled.Append(text);
        Blocks[^1] = Blocks[^1] with { Span = Blocks[^1].Span with { End = assembled.Length } };
        return new TextSpan(start, assembled.Length);
    }
}
