using Entente.Reading;

namespace Entente.Tests.Reading;

/// <summary>Every kind of bad input gives one coded line and costs nothing else of the pile.</summary>
public sealed class BadInputTests : IDisposable
{
    private static readonly ReadingOptions s_small = ReadingOptions.Default with { MaxBytes = 2 << 20 };

    private readonly TempFolder _folder = new();

    public BadInputTests()
    {
        _folder.Add("pile/a-good.txt", Piles.Harbour);
        _folder.Add("pile/z-good.txt", Piles.Harbour);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_empty_file() => Expect("E1003", "m.html", []);

    [Fact]
    public void A_file_of_spaces() => Expect("E1104", "m.txt", " \n\t\n "u8.ToArray());

    [Fact]
    public void A_picture_called_a_page() => Expect("E1004", "m.html", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13]);

    [Fact]
    public void An_office_document_called_a_text()
    {
        Expect("E1004", "m.txt", [.. "PK\u0003\u0004"u8, 20, 0, 6, 0, .. "word/document.xml"u8, 0, 0, 1]);
        Assert.Contains(Piles.Read(_folder["pile"]), static result => result.Diagnostics.Any(static one => one.Message.Contains(".docx", StringComparison.Ordinal)));
    }

    [Fact]
    public void Random_bytes()
    {
        byte[] bytes = new byte[5000];
        new Random(3).NextBytes(bytes);
        Expect("E1004", "m.txt", bytes);
    }

    [Fact]
    public void Damaged_gzip()
    {
        byte[] packed = TempFolder.Gzip(Piles.Harbour);
        packed[packed.Length - 6] ^= 0x55;
        Expect("E1008", "m.txt.gz", packed);
    }

    [Fact]
    public void Gzip_that_is_only_a_header() => Expect("E1008", "m.txt.gz", TempFolder.Gzip(Piles.Harbour)[..12]);

    [Fact]
    public void Truncated_gzip_keeps_what_could_be_unpacked()
    {
        byte[] packed = TempFolder.Gzip(string.Concat(Enumerable.Range(0, 400).Select(static i => $"On day {i} the dockers of pier {i * 7 % 97} met again. ")));
        _folder.Add("pile/m.txt.gz", packed[..(packed.Length / 2)]);

        ReadResult cut = AmongTheGood();

        Assert.Equal(["W1007"], Piles.Codes(cut));
        Assert.StartsWith("On day 0 the dockers", cut.Document!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Truncated_gzip_of_records_keeps_the_whole_records_and_says_one_thing()
    {
        string lines = string.Concat(Enumerable.Range(0, 300).Select(static i => $"{{\"text\":\"Dockers of pier {i * 7919 % 1009} walked out on day {i}.\"}}\n"));
        byte[] packed = TempFolder.Gzip(lines);
        string path = _folder.Add("m.jsonl.gz", packed[..(packed.Length / 2)]);

        List<ReadResult> results = Piles.Read(path);

        Assert.Equal(["W1007"], results.SelectMany(Piles.Codes));
        Assert.InRange(results.Count(static one => one.Document is not null), 50, 299);
    }

    [Fact]
    public void A_gzip_bomb() => Expect("E1010", "m.html.gz", TempFolder.Gzip(Filled('a', 5 << 20)), s_small);

    [Fact]
    public void A_gzip_bomb_of_blank_lines() => Expect("E1010", "m.jsonl.gz", TempFolder.Gzip(Filled('\n', 5 << 20)), s_small);

    [Fact]
    public void A_file_over_the_limit()
    {
        _folder.Add("pile/m.txt", Filled('a', (2 << 20) + 1));
        Assert.Equal(["E1005"], Piles.Codes(AmongTheGood(s_small)));
    }

    [Fact]
    public void A_link_that_leads_nowhere()
    {
        File.CreateSymbolicLink(_folder["pile/m.html"], _folder["gone.html"]);
        Assert.Equal(["E1002"], Piles.Codes(AmongTheGood()));
    }

    [Fact]
    public void A_folder_called_a_page()
    {
        Directory.CreateDirectory(_folder["pile/m.html"]);
        Assert.Equal(["W1009"], Piles.Codes(Piles.ReadOne(_folder["pile/m.html"])));
        Assert.Equal(2, Piles.Read(_folder["pile"]).Count);
    }

    [Fact]
    public void A_folder_that_links_back_into_itself()
    {
        Directory.CreateSymbolicLink(_folder["pile/m"], _folder["pile"]);
        Assert.Equal(["W1006"], Piles.Codes(AmongTheGood()));
    }

    [Fact]
    public void A_file_that_is_not_there()
    {
        List<ReadResult> results = Piles.Read(_folder["pile/m.txt"], _folder["pile"]);
        Assert.Equal(["E1001"], results.SelectMany(Piles.Codes));
        Assert.Equal(2, results.Count(static one => one.Document is not null));
    }

    [Fact]
    public void A_page_nested_a_hundred_thousand_deep()
    {
        string page = string.Concat(Enumerable.Repeat("<div>", 100_000)) + "<p>The union said that the strike was over.</p>";
        _folder.Add("pile/m.html", "<html><body>" + page);
        List<ReadResult> results = Piles.Read(2, null, _folder["pile"]);
        Assert.Equal(3, results.Count);
        Assert.Equal(["a-good", "z-good"], results.Where(static one => one.Document is not null && !one.Input.EndsWith("m.html", StringComparison.Ordinal)).Select(static one => one.Document!.Id));
    }

    [Fact]
    public void A_feed_with_an_entity_bomb() => Expect("E1205", "m.xml",
        "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><rss><channel><item><title>&b;</title></item></channel></rss>"u8.ToArray());

    [Fact]
    public void A_text_with_a_broken_byte_is_read_around_it()
    {
        _folder.Add("pile/m.txt", [.. "Le préfet a déclaré la grève finie, dit-on à la mairie; les dockers étaient fâchés à l’idée de céder déjà, ré"u8, 0xC3, .. " said the union."u8]);
        ReadResult result = AmongTheGood();
        Assert.Contains("W1101", Piles.Codes(result));
        Assert.Contains("\uFFFD said the union", result.Document!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_that_is_no_json_among_good_ones()
    {
        string path = _folder.Add("m.jsonl", "{\"text\":\"The strike is over, it said.\"}\n{\"text\":\n[1]\n{\"title\":\"No text\"}\n\n{\"text\":\"The strike is on, it said.\"}\n");

        List<ReadResult> results = Piles.Read(path);

        Assert.Equal(["E1201", "E1201", "E1202"], results.SelectMany(Piles.Codes));
        Assert.Equal(["m#1", "m#6"], results.Where(static one => one.Document is not null).Select(static one => one.Document!.Id));
    }

    private static byte[] Filled(char c, int length)
    {
        byte[] bytes = new byte[length];
        Array.Fill(bytes, (byte)c);
        return bytes;
    }

    private void Expect(string code, string name, byte[] bytes, ReadingOptions? options = null)
    {
        _folder.Add("pile/" + name, bytes);
        ReadResult bad = AmongTheGood(options);
        Assert.Equal([code], Piles.Codes(bad));
        Assert.Null(bad.Document);
        Assert.Contains(name, bad.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    private ReadResult AmongTheGood(ReadingOptions? options = null)
    {
        List<ReadResult> results = Piles.Read(1, options, _folder["pile"]);
        Assert.Equal(3, results.Count);
        Assert.Equal("a-good", results.First(static one => one.Input.EndsWith("a-good.txt", StringComparison.Ordinal)).Document!.Id);
        Assert.Equal("z-good", results.First(static one => one.Input.EndsWith("z-good.txt", StringComparison.Ordinal)).Document!.Id);
        return results.Single(static one => !one.Input.EndsWith("good.txt", StringComparison.Ordinal));
    }
}
