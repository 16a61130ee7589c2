using System.Collections.Immutable;
using Entente.Analysis.Lineage;
using Entente.Analysis.Text;
using Entente.Reading.Charsets;
using Entente.Reading.Containers;
using Entente.Reading.Languages;

namespace Entente.Reading;

/// <summary>Makes a draft and the facts stated about it into a <see cref="Document"/> that no longer changes.</summary>
/// <remarks>What a record or header states goes before what the page states; what neither states stays unknown.</remarks>
internal sealed class Freezing(ReadingOptions options)
{
    public static bool HoldsReport(DocumentDraft draft) => draft.Blocks.Exists(static block => block.IsReporting && !block.Span.IsEmpty);

    public Document Freeze(RawReport report, Understood understood, DocumentDraft draft, string sha256)
    {
        StatedFacts facts = understood.Facts;
        List<Diagnostic> diagnostics = [.. understood.Diagnostics];
        foreach (Diagnostic own in draft.Diagnostics)
        {
            diagnostics.Add(own);
        }

        string text = Surrogates.MadeWhole(draft.Text);
        ImmutableArray<Block> blocks = [.. draft.Blocks];
        ImmutableArray<Link> links = [.. draft.Links];
        if (text.Length > options.MaxCharacters)
        {
            int end = char.IsHighSurrogate(text[options.MaxCharacters - 1]) ? options.MaxCharacters - 1 : options.MaxCharacters;
            text = text[..end];
            blocks = [.. blocks.Where(block => block.Span.Start < end).Select(block => block with { Span = block.Span with { End = Math.Min(end, block.Span.End) } })];
            links = [.. links.Where(link => link.Span.End <= end)];
            diagnostics.Add(DiagnosticCode.TextCut.For(report.Input, options.MaxCharacters));
        }

        Check(text, blocks, links);
        string? url = facts.Url ?? draft.Url ?? report.Url;
        string language = LanguageIdentifier.Identify(text, blocks, facts.Language ?? draft.DeclaredLanguage);
        if (language is not ("en" or "und"))
        {
            diagnostics.Add(DiagnosticCode.LanguageNotAnalysed.For(report.Input, LanguageIdentifier.NameOf(language)));
        }

        Document frozen = new()
        {
            Id = facts.Id ?? draft.Id ?? report.Stem,
            Sha256 = sha256,
            Text = text,
            Blocks = blocks,
            Path = report.Path,
            Url = url,
            Title = facts.Title ?? draft.Title,
            Byline = RecordBylines.Split(facts.Byline.Count > 0 ? facts.Byline : draft.Byline),
            Outlet = StatedOutlet.Find(facts, draft, url, options.Outlets),
            Language = language,
            Published = facts.Published ?? WithSpanInside(draft.Published, text),
            Updated = facts.Updated ?? WithSpanInside(draft.Updated, text),
            Links = links,
            Credits = StatedCredits(facts, draft, options.Outlets),
            Diagnostics = [.. diagnostics],
        };
        return frozen with { Credits = [.. frozen.Credits, .. CreditFinder.Find(frozen, options.Outlets)] };
    }

    private static ImmutableArray<Credit> StatedCredits(StatedFacts facts, DocumentDraft draft, OutletRegister register)
    {
        ImmutableArray<Credit> stated = [.. draft.Credits];
        if (facts.SyndicatedFrom is not { } source)
        {
            return stated;
        }

        // The feed says it outside the text: the credit stands at its beginning and covers no words.
        string outlet = register.TryFindByName(source)?.Name ?? source;
        return stated.Add(new Credit(CreditKind.Syndicated, outlet, new TextSpan(0, 0), "feed-source"));
    }

    private static StatedTime? WithSpanInside(StatedTime? time, string text) =>
        time?.Span is { } span && span.End > text.Length ? time with { Span = null } : time;

    // A reader that breaks this would make every later stage wrong; better one report less.
    private static void Check(string text, ImmutableArray<Block> blocks, ImmutableArray<Link> links)
    {
        int end = 0;
        foreach (Block block in blocks)
        {
            if (block.Span.Start < end || block.Span.End < block.Span.Start || block.Span.End > text.Length)
            {
                throw new InvalidOperationException($"block {block.Span} is out of order or out of bounds");
            }

            end = block.Span.End;
        }

        foreach (Link link in links)
        {
            if (link.Span.Start < 0 || link.Span.End < link.Span.Start || link.Span.End > text.Length)
            {
                throw new InvalidOperationException($"link {link.Span} is out of bounds");
            }
        }
    }
}
