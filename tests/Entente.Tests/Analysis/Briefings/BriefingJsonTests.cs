using System.Text;
using System.Text.Json;
using Entente.Analysis.Attributions;
using Entente.Analysis.Briefings;
using Entente.Analysis.Quantities;
using Entente.Analysis.Text;

namespace Entente.Tests.Analysis.Briefings;

public class BriefingJsonTests
{
    [Fact]
    public void Bridge_affair_reads_as_approved() => Approved.Matches(Written(BridgeAffair.Build()), "BridgeAffair.json");

    [Fact]
    public void Same_briefing_gives_the_same_bytes() => Assert.Equal(Written(BridgeAffair.Build()), Written(BridgeAffair.Build()));

    [Fact]
    public void Empty_briefing_has_every_list_and_nothing_in_it()
    {
        using JsonDocument json = JsonDocument.Parse(Written(new Briefing([], [], [], [], [], [])));

        Assert.All(json.RootElement.EnumerateObject(), member => Assert.Equal(0, member.Value.GetArrayLength()));
        Assert.Equal(["documents", "stories", "passages", "missingSources", "rejected", "setAside"], json.RootElement.EnumerateObject().Select(m => m.Name));
    }

    [Fact]
    public void What_a_report_does_not_state_has_no_key()
    {
        using JsonDocument json = JsonDocument.Parse(Written(BridgeAffair.Build()));

        JsonElement note = json.RootElement.GetProperty("documents").EnumerateArray().Single(d => d.GetProperty("id").GetString() == "bridge-note");

        Assert.Equal(["id", "sha256", "path", "language", "credits", "diagnostics"], note.EnumerateObject().Select(m => m.Name));
    }

    [Fact]
    public void Letters_and_quotation_marks_are_not_escaped()
    {
        string json = Written(BridgeAffair.Build());

        Assert.Contains("Ferry crews “not asked” before bridge was shut", json, StringComparison.Ordinal);
        Assert.DoesNotContain("\\u", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Document_is_one_line_with_blocks_credits_and_diagnostics()
    {
        Document document = BridgeAffair.Build().Find("tidewatch-04")!.Document;

        string line = Line(json => DocumentJson.Write(document, json));

        Assert.DoesNotContain('\n', line);
        JsonElement read = JsonDocument.Parse(line).RootElement;
        Assert.Equal(document.Text, read.GetProperty("text").GetString());
        Assert.Equal(["headline", "byline", "body", "body", "rights", "furniture"], read.GetProperty("blocks").EnumerateArray().Select(b => b.GetProperty("type").GetString()));
        Assert.Equal("""{"value":"2026-03-04T07:40Z","precision":"minute","from":"meta"}""", read.GetProperty("published").GetRawText());
        Assert.Equal("original-source", read.GetProperty("credits")[1].GetProperty("kind").GetString());
        Assert.Equal("warning", read.GetProperty("diagnostics")[0].GetProperty("severity").GetString());
    }

    [Fact]
    public void Choices_are_spelt_in_kebab_case_and_spans_as_pairs()
    {
        Document document = new() { Id = "a", Sha256 = "00", Text = "“Yes”, x said.", Blocks = [] };
        Attribution attribution = new([], SourceKind.NotStated, [new(9, 13)], [new(1, 4), new(7, 8)], [], AttributionMode.Direct, Certainty.Attributed, "quotation", 0) { Quotations = [[new(1, 4), new(7, 8)]] };

        string line = Line(json => FindingsJson.Write(new DocumentFindings(new TokenizedDocument(document, [], [new(new(0, 14), 0, 0, 0)]), [attribution]), json));

        Assert.EndsWith(
            """"sentences":[[0,14]],"attributions":[{"source":[],"sourceKind":"not-stated","cue":[[9,13]],"content":[[1,4],[7,8]],"recipient":[],"quoted":[[1,4],[7,8]],"mode":"direct","certainty":"attributed","nested":0,"rule":"quotation"}],"entities":[],"times":[],"quantities":[]}"""",
            line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quantity_has_an_open_end_as_null_and_leaves_out_what_is_not_stated()
    {
        Document document = new() { Id = "a", Sha256 = "00", Text = "At least 40 boats sank for $2.50 a day.", Blocks = [] };
        Quantity boats = new(new(0, 11), QuantityKind.Count, Qualifier.AtLeast, 40, null, null, "number+counted")
        {
            Slot = new Slot(new(12, 17), new(12, 17), "boat", new(18, 22), "sink", null, null),
        };
        Quantity sum = new(new(27, 38), QuantityKind.Money, Qualifier.Exactly, 2.5m, 2.5m, "$", "money+no-slot") { Per = "day", Attribution = 2 };

        string line = Line(json => FindingsJson.Write(new DocumentFindings(new TokenizedDocument(document, [], []), []) { Quantities = [boats, sum] }, json));

        Assert.EndsWith(
            """
            "quantities":[{"start":0,"end":11,"kind":"count","min":40,"max":null,"qualifier":"at-least","noun":"boats","nounSpan":[12,17],"nounLemma":"boat","nounPhrase":"boats","predicate":"sank","predicateSpan":[18,22],"predicateLemma":"sink","rule":"number+counted"},{"start":27,"end":38,"kind":"money","min":2.5,"max":2.5,"unit":"$","per":"day","qualifier":"exactly","attribution":2,"rule":"money+no-slot"}]}
            """,
            line, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_surrogate_pair_does_not_stop_the_writer_nor_shift_offsets()
    {
        Document document = new() { Id = "a", Sha256 = "00", Text = "x\ud83dy", Blocks = [] };

        string line = Line(json => DocumentJson.Write(document, json));

        Assert.Equal("x\ufffdy", JsonDocument.Parse(line).RootElement.GetProperty("text").GetString());
    }

    private static string Written(Briefing briefing)
    {
        using MemoryStream stream = new();
        BriefingJson.Write(briefing, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Line(Action<Utf8JsonWriter> write)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, DocumentJson.LineOptions))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
