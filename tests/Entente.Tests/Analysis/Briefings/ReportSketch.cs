using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Entente.Analysis.Briefings;
using Entente.Analysis.Text;

namespace Entente.Tests.Analysis.Briefings;

/// <summary>A report written down block by block, for tests.</summary>
internal sealed class ReportSketch(string id)
{
    private readonly StringBuilder _text = new();
    private readonly List<Block> _blocks = [];
    private readonly List<(CreditKind Kind, string Outlet, string Words)> _credits = [];

    public string? Path { get; init; }

    public string? Url { get; init; }

    public string? Title { get; init; }

    public Outlet? Outlet { get; init; }

    public ImmutableArray<string> Byline { get; init; } = [];

    public StatedTime? Published { get; init; }

    public string Language { get; init; } = "en";

    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    public ReportSketch With(BlockKind kind, string text, string? author = null, string? replyTo = null)
    {
        if (_text.Length > 0)
        {
            _text.Append("\n\n");
        }

        int start = _text.Length;
        _text.Append(text);
        _blocks.Add(new Block(kind, new TextSpan(start, _text.Length), author, replyTo));
        return this;
    }

    public ReportSketch Body(string text) => With(BlockKind.Body, text);

    public ReportSketch Credits(CreditKind kind, string outlet, string words)
    {
        _credits.Add((kind, outlet, words));
        return this;
    }

    public DocumentFindings Build()
    {
        if (Title is not null && _blocks.All(b => b.Kind != BlockKind.Headline))
        {
            throw new InvalidOperationException($"{id} has a title and no headline block.");
        }

        string text = _text.ToString();
        Document document = new()
        {
            Id = id,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            Text = text,
            Blocks = [.. _blocks],
            Path = Path,
            Url = Url,
            Title = Title,
            Outlet = Outlet,
            Byline = Byline,
            Published = Published,
            Language = Language,
            Credits = [.. _credits.Select(c => new Credit(c.Kind, c.Outlet, SpanOf(text, c.Words), "test"))],
            Diagnostics = Diagnostics,
        };
        return new DocumentFindings(new TokenizedDocument(document, [], []), []);
    }

    public static TextSpan SpanOf(string text, string words)
    {
        int at = text.IndexOf(words, StringComparison.Ordinal);
        return at < 0 ? throw new ArgumentException($"“{words}” is not in the text.") : new TextSpan(at, at + words.Length);
    }
}
