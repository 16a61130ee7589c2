using System.Text;
using Entente.Analysis.Text;
using Entente.Reading;

namespace Entente.Tests.Reading;

public sealed class ReaderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_text_file_becomes_a_document_named_for_it()
    {
        string path = _folder.Add("harbour.txt", Piles.Harbour);

        Document document = Piles.ReadOne(path).Document!;

        Assert.Equal("harbour", document.Id);
        Assert.Equal(path, document.Path);
        Assert.Equal("en", document.Language);
        Assert.Contains("the union said", document.Text, StringComparison.Ordinal);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path))), document.Sha256);
    }

    [Fact]
    public void Limits_outside_their_range_are_refused_at_once()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Reader(ReadingOptions.Default with { MaxBytes = 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Reader(ReadingOptions.Default with { MaxCharacters = int.MaxValue }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Reader(ReadingOptions.Default with { MaxDepth = 8 }));
    }

    [Fact]
    public void An_address_whose_host_no_standard_allows_is_no_reason_to_lose_the_report()
    {
        string path = _folder.Add("harbour.md", "---\nurl: https://exa\uFFFFmple.example/a\n---\n" + Piles.Harbour);

        ReadResult result = Piles.ReadOne(path);

        Assert.NotNull(result.Document);
        Assert.Empty(result.Diagnostics);
    }

    [Fact]
    public void A_packed_file_carries_the_hash_of_the_file_as_it_lies_on_disk()
    {
        string path = _folder.Add("harbour.txt.gz", TempFolder.Gzip(Piles.Harbour));

        Document document = Piles.ReadOne(path).Document!;

        Assert.Equal("harbour", document.Id);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path))), document.Sha256);
    }

    [Fact]
    public void Standard_input_is_read_by_its_content()
    {
        Document text = Piles.ReadInput(Encoding.UTF8.GetBytes(Piles.Harbour), "-").Document!;
        Document record = Piles.ReadInput(Encoding.UTF8.GetBytes("{\"id\":\"a\",\"text\":\"A strike has been called by the union.\"}"), "-").Document!;

        Assert.Equal("stdin", text.Id);
        Assert.Null(text.Path);
        Assert.Equal("a", record.Id);
    }

    [Fact]
    public void A_taken_id_gets_the_beginning_of_the_hash_in_canonical_order()
    {
        string later = _folder.Add("b/strike.txt", Piles.Harbour + " It rained.");
        string first = _folder.Add("a/strike.txt", Piles.Harbour);
        string copy = _folder.Add("c/strike.txt", Piles.Harbour + " It rained.");

        List<ReadResult> results = Piles.Read(later, copy, first);

        string hash = results[1].Document!.Sha256[..8];
        Assert.Equal(["strike", $"strike~{hash}", $"strike~{hash}-2"], results.Select(static one => one.Document!.Id));
        Assert.Equal(["W1212"], Piles.Codes(results[1]));
        Assert.Empty(Piles.Codes(results[0]));
    }

    [Fact]
    public void Results_are_the_same_whatever_the_order_of_paths_and_the_number_of_threads()
    {
        string[] paths =
        [
            .. Enumerable.Range(0, 40).Select(i => _folder.Add($"{i % 7}/r{i}.txt", $"Report {i}. {Piles.Harbour}")),
            _folder.Add("pile.jsonl", string.Concat(Enumerable.Range(0, 60).Select(static i => $"{{\"id\":\"j{i % 50}\",\"text\":\"The union said on day {i} that it would strike.\"}}\n"))),
            _folder.Add("bad.jsonl", "{\n"),
            _folder["missing.txt"],
        ];

        string expected = Lines(Piles.Read(1, null, paths));
        string[] shuffled = [.. paths];
        new Random(7).Shuffle(shuffled);

        Assert.Equal(expected, Lines(Piles.Read(4, null, shuffled)));
        Assert.Equal(expected, Lines(Piles.Read(1, null, [.. paths.Reverse()])));
    }

    [Fact]
    public void A_reader_may_be_left_before_the_end()
    {
        string path = _folder.Add("pile.jsonl", string.Concat(Enumerable.Repeat("{\"text\":\"The union said that it would strike.\"}\n", 500)));

        ReadResult first = new Reader(ReadingOptions.Default).Read([path], 4).First();

        Assert.Equal("pile#1", first.Document!.Id);
    }

    [Fact]
    public void Only_the_first_characters_of_an_endless_report_are_kept()
    {
        string path = _folder.Add("long.txt", string.Concat(Enumerable.Repeat("The strike went on for another day. ", 1000)));

        ReadResult result = Assert.Single(Piles.Read(1, ReadingOptions.Default with { MaxCharacters = 10_000 }, path));

        Assert.True(result.Document!.Text.Length <= 10_000);
        Assert.Contains("W1106", Piles.Codes(result));
    }

    [Fact]
    public void A_report_in_another_language_is_read_and_said_to_be_so()
    {
        string path = _folder.Add("streik.txt", "Die Hafenarbeiter haben am Dienstag die Arbeit niedergelegt, weil sich die Gewerkschaft und der Betreiber nicht einigen konnten.");

        ReadResult result = Piles.ReadOne(path);

        Assert.Equal("de", result.Document!.Language);
        Assert.Equal(["I1107"], Piles.Codes(result));
    }

    private static string Lines(List<ReadResult> results) => string.Join('\n', results.Select(static result =>
        $"{result.Input}|{result.Document?.Id}|{result.Document?.Sha256}|{result.Document?.Text}|{string.Join(',', result.Diagnostics)}|{string.Join(',', result.Document?.Diagnostics ?? [])}"));
}
