using System.Collections.Immutable;
using Entente.Analysis.Lineage;
using Entente.Analysis.Text;

namespace Entente.Analysis.Briefings;

/// <summary>One story as a briefing lays it out.</summary>
/// <param name="Relations">Who relies on whom, by derived report, what is proven first.</param>
/// <param name="Unlinked">Reports of the story that no relation touches.</param>
/// <param name="Chains">Those that say more than a single relation: two steps or more, or a circle.</param>
/// <param name="Quotations">Those that stand in two reports or more.</param>
internal sealed record StoryOutline(
    int Number,
    string Title,
    ImmutableArray<Document> Reports,
    ImmutableArray<Dependence> Relations,
    ImmutableArray<Document> Unlinked,
    ImmutableArray<CreditChain> Chains,
    ImmutableArray<WordingTable> Quotations);

/// <summary>A briefing in the order it is read: the same for every form it is printed in.</summary>
internal sealed class BriefingOutline
{
    public BriefingOutline(Briefing briefing)
    {
        Briefing = briefing;
        List = new ReportList(briefing);
        List<StoryOutline> stories = [];
        foreach (StoryFindings findings in briefing.Stories.Where(s => s.Story.Documents.Length > 1))
        {
            stories.Add(Outline(stories.Count + 1, findings));
        }

        Stories = [.. stories];
        HashSet<string> told = [.. stories.SelectMany(s => s.Reports).Select(d => d.Id)];
        Alone = [.. List.Reports.Select(f => f.Document).Where(d => !told.Contains(d.Id))];
        AloneRelations = [.. InReadingOrder(briefing.Stories.Where(s => s.Story.Documents.Length < 2).SelectMany(s => s.Dependences))];
        OtherLanguages = [.. List.Reports.Select(f => f.Document).Where(d => d.Language != "en")];
        WithComments = [.. List.Reports.Select(f => f.Document).Where(d => Count(d, BlockKind.Comment) > 0)];
        WithRights = [.. List.Reports.Select(f => f.Document).Where(d => Count(d, BlockKind.Rights) > 0)];
        WithDiagnostics = [.. List.Reports.Select(f => f.Document).Where(d => d.Diagnostics.Any(g => g.Severity != Severity.Info))];
        MissingSources = [.. briefing.MissingSources.OrderByDescending(m => m.CreditedBy.Length)];
        Unread = [.. briefing.SetAside.Where(d => d.Severity == Severity.Error)];
        Notes = [.. briefing.SetAside.Where(d => d.Severity != Severity.Error)];
    }

    public Briefing Briefing { get; }

    public ReportList List { get; }

    /// <summary>Stories of two reports or more.</summary>
    public ImmutableArray<StoryOutline> Stories { get; }

    /// <summary>Reports that share no story with another.</summary>
    public ImmutableArray<Document> Alone { get; }

    /// <summary>On whom the reports that stand alone rely.</summary>
    public ImmutableArray<Dependence> AloneRelations { get; }

    /// <summary>Read and not analysed.</summary>
    public ImmutableArray<Document> OtherLanguages { get; }

    public ImmutableArray<Document> WithComments { get; }

    public ImmutableArray<Document> WithRights { get; }

    /// <summary>Reports that were read with trouble.</summary>
    public ImmutableArray<Document> WithDiagnostics { get; }

    /// <summary>The most credited first.</summary>
    public ImmutableArray<MissingSource> MissingSources { get; }

    /// <summary>Inputs that yielded no document because something is wrong with them.</summary>
    public ImmutableArray<Diagnostic> Unread { get; }

    /// <summary>What else there is to say about the inputs.</summary>
    public ImmutableArray<Diagnostic> Notes { get; }

    public static int Count(Document document, BlockKind kind) => document.Blocks.Count(b => b.Kind == kind);

    private StoryOutline Outline(int number, StoryFindings findings)
    {
        ImmutableArray<Document> reports = List.Of(findings.Story);
        HashSet<string> linked = [.. findings.Dependences.SelectMany(d => d.FromIsOutlet ? [d.To] : new[] { d.From, d.To })];
        return new StoryOutline(
            number,
            ForeignText.OneLine(findings.Story.Title) is { Length: > 0 } title ? title : "(no headline)",
            reports,
            [.. InReadingOrder(findings.Dependences)],
            [.. reports.Where(d => !linked.Contains(d.Id))],
            [.. findings.Chains.Where(c => c.End == ChainEnd.Circle || c.Path.Count(p => p != c.Document) > 1)],
            [.. findings.Quotations.Where(q => q.Variants.Select(v => v.Document).Distinct().Count() > 1).Select(q => WordingTable.Of(q, List))
                .OrderByDescending(q => q.IsAltered).ThenByDescending(q => q.ReportCount)]);
    }

    // OrderBy is stable: what the stages put first stays first among equals.
    private IEnumerable<Dependence> InReadingOrder(IEnumerable<Dependence> dependences) => dependences
        .OrderBy(d => List.NumberOf(d.To)).ThenByDescending(d => d.Strength);
}
