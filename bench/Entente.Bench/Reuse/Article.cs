namespace Entente.Bench.Reuse;

internal enum ArticleKind
{
    /// <summary>Written from nothing.</summary>
    Original,

    /// <summary>The text of another under another outlet's footer.</summary>
    Verbatim,

    /// <summary>Some paragraphs of another among its own.</summary>
    Partial,

    /// <summary>All sentences of another, about one word in eight changed and one sentence in ten dropped.</summary>
    LightRewrite,

    /// <summary>Printed a second time by the same outlet, footer and all.</summary>
    Duplicate,
}

/// <summary>What is known of a generated article: whose paragraphs it has.</summary>
/// <param name="Root">The article that the shared paragraphs were first in; its own number for an original.</param>
/// <param name="Paragraphs">Which paragraphs of the root it holds word for word, a bit each.</param>
internal readonly record struct Article(ArticleKind Kind, int Root, ushort Paragraphs, int Outlet)
{
    /// <summary>Whether the two must be found: they share a whole paragraph, word for word, that is not furniture.</summary>
    public bool SharesParagraphWith(Article other) => Root == other.Root && (Paragraphs & other.Paragraphs) != 0;
}
