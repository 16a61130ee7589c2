using System.IO.Compression;
using System.Text;
using Entente.Reading;
using Entente.Reading.Containers;
using Entente.Reading.Inputs;

namespace Entente.Tests.Reading.Containers;

public sealed class WarcReaderTests
{
    private static readonly byte[] s_page = Encoding.UTF8.GetBytes("<html><body><p>The strike is over, the union said.</p></body></html>");

    [Fact]
    public void Pages_and_texts_come_with_their_address_and_charset()
    {
        byte[] warc =
        [
            .. Record("warcinfo", "application/warc-fields", "software: x\r\n"u8.ToArray()),
            .. Record("request", "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n"u8.ToArray()),
            .. Response("Content-Type: text/html; charset=windows-1251", s_page),
            .. Response("Content-Type: image/png", [1, 2, 3]),
            .. Response("Content-Type: text/html", s_page, "404 Not Found"),
            .. Record("resource", "text/plain", "The talks failed, it was said."u8.ToArray()),
        ];

        List<RawReport> reports = Read(warc);

        Assert.Equal(["x.warc#1", "x.warc#2"], reports.Select(static one => one.Input));
        Assert.Equal(("windows-1251", "https://courier.example/1", ReportForm.Html), (reports[0].Charset, reports[0].Url, reports[0].Form));
        Assert.Equal(s_page, reports[0].Bytes!.Value.ToArray());
        Assert.Equal(ReportForm.Text, reports[1].Form);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public void Bodies_are_unpacked_and_unchunked(string encoding)
    {
        using MemoryStream packed = new();
        using (Stream packing = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionMode.Compress, true),
            "deflate" => new ZLibStream(packed, CompressionMode.Compress, true),
            _ => new BrotliStream(packed, CompressionMode.Compress, true),
        })
        {
            packing.Write(s_page);
        }

        byte[] body = packed.ToArray();
        byte[] chunked = [.. Encoding.ASCII.GetBytes("5;ext=1\r\n"), .. body[..5], .. "\r\n"u8, .. Encoding.ASCII.GetBytes($"{body.Length - 5:x}\r\n"), .. body[5..], .. "\r\n0\r\n\r\n"u8];

        List<RawReport> reports = Read(Response($"Content-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: {encoding}", chunked));

        Assert.Equal(s_page, Assert.Single(reports).Bytes!.Value.ToArray());
    }

    [Fact]
    public void Headers_of_a_transfer_that_the_archiver_had_undone_are_ignored() =>
        Assert.Equal(s_page, Assert.Single(Read(Response("Content-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip", s_page))).Bytes!.Value.ToArray());

    [Fact]
    public void Records_before_a_broken_one_are_kept()
    {
        byte[] warc = [.. Response("Content-Type: text/html", s_page), .. "this is no record\r\n\r\n"u8];

        List<RawReport> reports = Read(warc);

        Assert.Equal(2, reports.Count);
        Assert.NotNull(reports[0].Bytes);
        Assert.Equal("E1208", Assert.Single(reports[1].Diagnostics).Code);
    }

    [Fact]
    public void An_archive_cut_anywhere_gives_one_line_and_never_half_a_page()
    {
        byte[] warc = Response("Content-Type: text/html", s_page);
        for (int length = 5; length < warc.Length - 4; length++)
        {
            RawReport only = Assert.Single(Read(warc[..length]));
            Assert.Equal("E1208", Assert.Single(only.Diagnostics).Code);
        }
    }

    [Fact]
    public void An_archive_packed_record_by_record_is_read_to_its_end()
    {
        using TempFolder folder = new();
        string path = folder.Add("pages.warc.gz", [.. TempFolder.Gzip(Response("Content-Type: text/html", s_page)), .. TempFolder.Gzip(Response("Content-Type: text/plain", "The talks failed, it was said."u8.ToArray()))]);

        List<ReadResult> results = Piles.Read(path);

        Assert.Equal("pages#2", results[^1].Document!.Id);
        Assert.Equal("https://courier.example/1", results[^1].Document!.Url);
        Assert.Equal("courier.example", results[^1].Document!.Outlet!.Domain);
    }

    private static byte[] Response(string headers, byte[] body, string status = "200 OK") =>
        Record("response", "application/http; msgtype=response", [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\n{headers}\r\n\r\n"), .. body]);

    private static byte[] Record(string type, string contentType, byte[] block) =>
        [.. Encoding.ASCII.GetBytes($"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Target-URI: https://courier.example/1\r\nContent-Type: {contentType}\r\nContent-Length: {block.Length}\r\n\r\n"), .. block, .. "\r\n\r\n"u8];

    private static List<RawReport> Read(byte[] warc) => [.. WarcReader.Read(new InputFile("x.warc", "x.warc", true), new MemoryStream(warc), 1 << 20, static () => false)];
}
