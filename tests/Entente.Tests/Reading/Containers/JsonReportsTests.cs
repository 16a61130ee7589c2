using System.Text;
using Entente.Analysis.Text;
using Entente.Reading;

namespace Entente.Tests.Reading.Containers;

public sealed class JsonReportsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_record_states_what_its_keys_say()
    {
        Document document = Read("{\"id\":7,\"outlet\":\"Vellamo Courier\",\"title\":\"Dockers  walk out\",\"byline\":[\"Ada Writer\",\"By Bo Author\"],\"url\":\"https://courier.example/1\",\"text\":\"Dockers at the port walked out, the union said.\",\"unknown\":{\"a\":[1]}}").Single().Document!;

        Assert.Equal("7", document.Id);
        Assert.Equal(("Vellamo Courier", "courier.example"), (document.Outlet!.Name, document.Outlet.Domain));
        Assert.Equal(["Ada Writer", "Bo Author"], document.Byline.AsEnumerable());
        Assert.Equal("Dockers walk out\n\nDockers at the port walked out, the union said.", document.Text);
        Assert.Equal(BlockKind.Headline, document.Blocks[0].Kind);
    }

    [Fact]
    public void What_a_crawler_calls_otherwise_is_understood_where_our_own_keys_are_absent()
    {
        Document crawled = Read("{\"source_domain\":\"www.courier.example\",\"date_publish\":\"2018-02-01T17:00:00\",\"authors\":[\"Ada Writer\"],\"text\":\"Dockers at the port walked out, the union said.\"}").Single().Document!;
        Assert.Equal(("courier.example", new DateOnly(2018, 2, 1)), (crawled.Outlet!.Domain, crawled.Published!.Date));
        Assert.Equal(["Ada Writer"], crawled.Byline.AsEnumerable());

        Document ours = Read("{\"outlet\":\"Vellamo Courier\",\"source_domain\":\"x.example\",\"published\":\"2019-03-04\",\"date_publish\":\"2018-02-01\",\"byline\":\"Bo Author\",\"authors\":[\"Ada Writer\"],\"text\":\"Dockers at the port walked out, the union said.\"}").Single().Document!;
        Assert.Equal(("Vellamo Courier", new DateOnly(2019, 3, 4)), (ours.Outlet!.Name, ours.Published!.Date));
        Assert.Equal(["Bo Author"], ours.Byline.AsEnumerable());
    }

    [Fact]
    public void A_title_that_the_text_begins_with_is_not_set_before_it_again()
    {
        Document document = Read("{\"title\":\"Dockers walk out\",\"text\":\"DOCKERS WALK OUT\\n\\nThe union said that they would stay out.\"}").Single().Document!;

        Assert.StartsWith("DOCKERS WALK OUT\n\nThe union", document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void One_object_or_an_array_of_them_may_fill_a_json_file()
    {
        Assert.Equal(["m"], Ids("m.json", "{\n  \"text\": \"The union said so.\"\n}"));
        Assert.Equal(["m"], Ids("m.json", "{\"text\": \"The union said so.\"}\n"));
        Assert.Equal(["m#1", "m#2"], Ids("m.json", "[{\"text\": \"The union said so.\"},\n{\"text\": \"The union said no.\"}]"));
        Assert.Equal(["m#1", "m#2"], Ids("m.json", "{\"text\": \"The union said so.\"}\n{\"text\": \"The union said no.\"}\n"));
    }

    [Fact]
    public void An_array_that_breaks_off_gives_what_stands_before()
    {
        List<ReadResult> results = Piles.Read(_folder.Add("m.json", "[{\"text\": \"The union said so.\"},{\"text\": \"The uni"));

        Assert.Equal("m#1", results[0].Document!.Id);
        Assert.Equal(["E1201"], Piles.Codes(results[1]));
    }

    [Fact]
    public void Half_a_surrogate_pair_becomes_a_replacement_character() =>
        Assert.Equal("The union \uFFFD\n said 😀 so.", Read("{\"text\":\"The union \\ud83d\\n said \\ud83d\\ude00 so.\"}").Single().Document!.Text);

    [Fact]
    public void A_line_in_another_charset_is_read_and_said_to_be_so()
    {
        byte[] line = [.. "{\"text\":\"The caf"u8, 0xE9, .. " of the union was shut.\"}"u8];
        ReadResult result = Piles.ReadOne(_folder.Add("m.jsonl", line));

        Assert.Equal("The café of the union was shut.", result.Document!.Text);
        Assert.Equal(["W1102"], Piles.Codes(result));
    }

    [Fact]
    public void Lines_in_utf_16_are_read()
    {
        byte[] lines = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("{\"text\":\"The union said so.\"}\r\n{\"text\":\"The union said no.\"}\r\n")];

        Assert.Equal(2, Piles.Read(_folder.Add("m.jsonl", lines)).Count(static one => one.Document is not null));
    }

    private List<ReadResult> Read(string lines) => Piles.Read(_folder.Add("m.jsonl", lines));

    private List<string> Ids(string name, string json) => [.. Piles.Read(_folder.Add(name, json)).Select(static one => one.Document!.Id)];
}
