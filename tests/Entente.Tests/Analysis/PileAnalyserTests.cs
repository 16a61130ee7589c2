using System.Text;
using Entente.Analysis;
using Entente.Analysis.Briefings;
using Entente.Analysis.Lineage;
using Entente.Analysis.Text;
using static Entente.Tests.Analysis.Reuse.Reports;

namespace Entente.Tests.Analysis;

public class PileAnalyserTests
{
    private const string Pontoon = "Divers found the second pontoon of the Harrow ferry lying upside down under nine metres of water on Monday, and nobody was inside it when it sank, Lena Ostrow said.";

    private static readonly Document[] s_pile = [
        Report("a", $"# Pontoon found\n\n{Pontoon}\n\nThe chains were worn, the Harrow ferry's owner says.", "Harrow Courier", "2026-03-10"),
        Report("b", $"# Harrow pontoon\n\n{Pontoon} (Harrow Courier)", "Weald News", "2026-03-12", (CreditKind.Via, "Harrow Courier", "(Harrow Courier)")),
        Report("c", $"# Lost pontoon\n\n{Pontoon}\n\nWe could not reach the ferry's owner, and Lena Ostrow told Pellow Post that divers had left.", "Stoke Herald", null, (CreditKind.Told, "Pellow Post", "told Pellow Post")),
        Report("d", "# Bakers walk out\n\nBakers at the works stopped their ovens at dawn over unpaid shifts.", "Stoke Herald", "2026-03-10"),
        Report("e", "# Bäcker streiken\n\nDie Bäcker haben ihre Öfen gelöscht.", "Bote") with { Language = "de" }];

    [Fact]
    public void Carries_every_stage_into_the_briefing()
    {
        Briefing briefing = Analyse(s_pile);
        Assert.Equal(["a", "b", "c", "d", "e"], briefing.Documents.Select(d => d.Document.Id));
        Assert.Equal(["a b c", "d"], briefing.Stories.Select(s => string.Join(' ', s.Story.Documents)));
        Assert.Contains(briefing.Stories[0].Dependences, d => d is { From: "a", To: "b", Type: DependenceType.Abridgement or DependenceType.Reprint, Credited: true });
        Assert.Equal(ChainEnd.Origin, briefing.Stories[0].Chains.Single(c => c.Document == "b").End);
        Assert.Equal("Pellow Post", Assert.Single(briefing.MissingSources).Outlet);
        Assert.Equal(3, briefing.Passages.Length);
    }

    [Fact]
    public void A_document_in_another_language_is_kept_and_not_analysed()
    {
        Briefing briefing = Analyse(s_pile);
        Assert.Empty(briefing.Find("e")!.Tokenized.Tokens);
        Assert.DoesNotContain(briefing.Stories, s => s.Story.Documents.Contains("e"));
    }

    [Fact]
    public void Order_of_documents_and_number_of_threads_change_nothing()
    {
        string expected = Print(Analyse(s_pile));
        Document[] pile = [.. s_pile];
        for (int seed = 0; seed < 10; seed++)
        {
            new Random(seed).Shuffle(pile);
            Assert.Equal(expected, Print(Analyse(pile, threads: 1 + seed % 4)));
        }
    }

    [Fact]
    public void Reports_how_many_documents_are_read()
    {
        Counter counter = new();
        PileAnalyser.Analyse(s_pile, [], 1, counter);
        Assert.Equal([1, 2, 3, 4, 5], counter.Seen);
    }

    [Fact]
    public void Hands_on_what_was_set_aside()
    {
        Diagnostic diagnostic = DiagnosticCode.Empty.For("x.txt");
        Assert.Equal(diagnostic, Assert.Single(PileAnalyser.Analyse([], [diagnostic]).SetAside));
    }

    [Fact]
    public void Stops_when_asked()
        => Assert.ThrowsAny<OperationCanceledException>(() => PileAnalyser.Analyse(s_pile, [], cancellation: new CancellationToken(canceled: true)));

    private static Briefing Analyse(Document[] pile, int threads = 2) => PileAnalyser.Analyse(pile, [], threads);

    private static string Print(Briefing briefing)
    {
        StringBuilder text = new();
        text.AppendJoin(' ', briefing.Documents.Select(d => d.Document.Id)).AppendLine();
        foreach (StoryFindings story in briefing.Stories)
        {
            text.AppendLine($"{story.Story.Id} {story.Story.Title}: {string.Join(' ', story.Story.Documents)} {string.Join(" | ", story.Story.Reasons)}");
            foreach (Dependence edge in story.Dependences)
            {
                text.AppendLine($"{edge with { Evidence = [] }} {string.Join(" | ", edge.Evidence.Select(e => $"{e.Kind} {e.Detail} {string.Join(' ', e.Spans.SelectMany(s => s.Value.Select(v => s.Key + v)))}"))}");
            }

            text.AppendJoin('\n', story.Chains.Select(c => $"{c.Document} {string.Join(' ', c.Path)} {c.End}")).AppendLine();
        }

        text.AppendJoin('\n', briefing.Passages.Select(p => $"{p with { Runs = [] }} {string.Join(' ', p.Runs)}")).AppendLine();
        text.AppendJoin('\n', briefing.MissingSources.Select(m => $"{m.Outlet} {string.Join(' ', m.CreditedBy)}")).AppendLine();
        text.AppendJoin('\n', briefing.Rejected.Select(r => $"{r.Kind} {string.Join(' ', r.Between)} {r.Reason}"));
        return text.ToString();
    }

    private sealed class Counter : IProgress<int>
    {
        public List<int> Seen { get; } = [];

        public void Report(int value) => Seen.Add(value);
    }
}
