using Entente.Analysis.Text;

namespace Entente.Fuzz;

/// <summary>What must hold of every document, whatever it was read from.</summary>
internal static class Invariants
{
    private const string Invisible = "\uFEFF\u200B\u200C\u200D\u2060";

    public static string? Broken(Document document)
    {
        string text = document.Text;
        if (document.Blocks.IsEmpty || string.IsNullOrWhiteSpace(text))
        {
            return "it has no text";
        }

        if (text.Contains('\r', StringComparison.Ordinal))
        {
            return "a carriage return was left in the text";
        }

        if (document.Id.Length == 0 || document.Sha256.Length != 64)
        {
            return "it has no id or hash";
        }

        int end = 0;
        foreach (Block block in document.Blocks)
        {
            if (block.Span.Start < end || block.Span.IsEmpty || block.Span.End > text.Length)
            {
                return $"block {block.Kind} {block.Span} is empty, out of order or out of bounds ({text.Length})";
            }

            // A byte order mark or zero-width space is as blank as a space, though not one to the framework.
            if (text[end..block.Span.Start].Any(static c => !char.IsWhiteSpace(c) && !Invisible.Contains(c, StringComparison.Ordinal)))
            {
                return $"more than white space stands before block {block.Kind} {block.Span}: \"{text[end..block.Span.Start]}\"";
            }

            end = block.Span.End;
        }

        IEnumerable<TextSpan> spans = document.Links.Select(static link => link.Span)
            .Concat(document.Credits.Select(static credit => credit.Span))
            .Concat(document.Diagnostics.Where(static one => one.Span is not null).Select(static one => one.Span!.Value))
            .Concat(new[] { document.Published?.Span, document.Updated?.Span }.OfType<TextSpan>());
        foreach (TextSpan span in spans)
        {
            if (span.Start < 0 || span.End < span.Start || span.End > text.Length)
            {
                return $"span {span} is out of bounds ({text.Length})";
            }
        }

        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                {
                    return $"half a surrogate pair stands at {i}";
                }

                i++;
            }
        }

        return null;
    }
}
