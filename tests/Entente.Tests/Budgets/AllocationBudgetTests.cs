using System.Runtime.InteropServices;
using System.Text.Json;
using Entente.Analysis;
using Entente.Analysis.Entities;
using Entente.Analysis.Reuse;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;
using Entente.Reading;
using Entente.Reading.Html;
using Entente.Tests.Architecture;

namespace Entente.Tests.Budgets;

/// <summary>Bytes allocated per operation stay under <c>bench/budgets.json</c>. Unlike seconds they are the same on every machine.</summary>
[Collection(Alone)]
public class AllocationBudgetTests
{
    /// <summary>Work that the reader hands to threads of its own is counted too, so nothing else may run meanwhile.</summary>
    internal const string Alone = "alone";

    private static readonly string s_page = File.ReadAllText(SourceTree.In("samples", "swing-bridge", "solway-ledger.html"));

    public static TheoryData<string> Operations => [.. s_operations.Keys.Order(StringComparer.Ordinal)];

    private static readonly Dictionary<string, Func<Action>> s_operations = new()
    {
        ["tokenize-into-a-list-with-room"] = () =>
        {
            string text = string.Concat(Enumerable.Repeat("The harbour master's office said on Monday that 1,200 barges (about 25 a day) weren't counted. ", 100));
            List<Token> tokens = new(10_000);
            return () =>
            {
                tokens.Clear();
                Tokenizer.Tokenize(text, new TextSpan(0, text.Length), tokens);
            };
        },
        // A thousand reports of 400 words, so that a document costs a thousandth of it.
        ["fold-and-index-1000-reports"] = () =>
        {
            string[] texts = ThousandReports();
            return () => Index(texts);
        },
        ["pairs-of-1000-indexed-reports"] = () =>
        {
            ReuseIndex index = Index(ThousandReports());
            return () => index.ForEachPair(static _ => { });
        },
        ["read-html-page-of-9-kB"] = () => () => HtmlPageReader.Read(s_page, null, ReadingOptions.Default),
        ["read-sample-pile"] = () => () => ReadSample(),
        ["brief-sample-pile"] = () =>
        {
            List<Document> documents = ReadSample();
            return () => PileAnalyser.Analyse(documents, []);
        },
        ["entities-of-sample-pile"] = () =>
        {
            SyntaxParser parser = new(SyntaxModel.English);
            ParsedDocument[] parsed = [.. ReadSample().Select(d => parser.Parse(Tokenizer.Tokenize(d)))];
            EntityFinder finder = new(MentionModel.English);
            return () => Array.ForEach(parsed, p => finder.Find(p));
        },
    };

    [Fact]
    public void Every_budget_has_an_operation_and_every_operation_a_budget() =>
        Assert.Equal(s_operations.Keys.Order(StringComparer.Ordinal), Budgets().Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Operations))]
    public void Allocates_no_more_than_its_budget(string operation)
    {
        Action run = s_operations[operation]();
        run();
        run(); // the second run no longer fills caches
        const int Runs = 5;
        // The runtime allocates now and then on its own account; the leanest run is the operation's.
        long perRun = long.MaxValue;
        for (int i = 0; i < Runs; i++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            run();
            perRun = Math.Min(perRun, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        long budget = Budgets()[operation];
        Assert.True(perRun <= budget, $"{operation}: {perRun:N0} bytes, budget {budget:N0} (bench/budgets.json)");
        Assert.True(budget == 0 || perRun * 4 > budget, $"{operation}: {perRun:N0} bytes is under a quarter of the budget {budget:N0}: tighten it in bench/budgets.json");
    }

    /// <summary>Every tenth has a hundred words of the one before it.</summary>
    private static string[] ThousandReports() =>
        [.. Enumerable.Range(0, 1000).Select(r => string.Join(' ', Enumerable.Range(0, 400).Select(w => $"w{(r % 10 == 1 && w < 100 ? r - 1 : r) * 7919L * (w + 1) % 50021}")))];

    private static ReuseIndex Index(string[] texts)
    {
        ReuseIndex index = new();
        List<ulong> words = [];
        for (int t = 0; t < texts.Length; t++)
        {
            words.Clear();
            WordFolding.Fold(texts[t], new TextSpan(0, texts[t].Length), words);
            index.Add($"r{t}", CollectionsMarshal.AsSpan(words));
        }

        return index;
    }

    private static List<Document> ReadSample() =>
        [.. new Reader(ReadingOptions.Default).Read([SourceTree.In("samples", "swing-bridge")]).Select(r => r.Document!)];

    private static SortedDictionary<string, long> Budgets() =>
        JsonSerializer.Deserialize<SortedDictionary<string, long>>(File.ReadAllText(SourceTree.In("bench", "budgets.json")))!;
}

[CollectionDefinition(AllocationBudgetTests.Alone, DisableParallelization = true)]
public sealed class AloneDefinition;
