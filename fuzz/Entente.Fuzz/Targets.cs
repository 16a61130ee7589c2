using System.IO.Compression;
using System.Text;

namespace Entente.Fuzz;

/// <summary>The formats that are fuzzed, each with samples made here.</summary>
internal static class Targets
{
    private const string Report = "Dockers at the port of Vellamo walked out on Tuesday after talks about night shifts failed, the union said.\n\n"
        + "\"We will not go back before Friday,\" Ada Writer told the Vellamo Courier.\n\nPhoto: B. Author\n\nComments (2)\n\nreader1\n\n1 day ago\n\nNonsense!\n";

    private const string Page = "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Dockers walk out | Vellamo Courier</title>"
        + "<meta property=\"article:published_time\" content=\"2026-03-03T09:15:00Z\"><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Dockers walk out\",\"author\":[{\"name\":\"Ada Writer\"}],\"datePublished\":\"2026-03-03\"}</script></head>"
        + "<body><nav><ul><li><a href=\"/\">Home</a></li></ul></nav><article><h1>Dockers walk out</h1><p class=\"byline\">By <a rel=\"author\" href=\"/a\">Ada Writer</a></p>"
        + "<p>Dockers at the port walked out on <time datetime=\"2026-03-03\">Tuesday</time>, the union said &amp; the harbour master confirmed.</p><blockquote>\u201CWe will not go back,\u201D she said.</blockquote>"
        + "<figure><img src=\"x.png\"><figcaption>The port. Photo: B. Author</figcaption></figure><table><tr><td>Ships<td>12</table></article>"
        + "<section id=\"comments\"><div class=\"comment\"><b>reader1</b><p>Nonsense!</p></div></section><footer>\u00A9 2026 Vellamo Courier. All rights reserved.</footer></body></html>";

    private const string FrontMatter = "---\ntitle: Dockers walk out\noutlet: Vellamo Courier\npublished: 2026-03-03\nbyline: [Ada Writer, Bo Author]\nurl: https://courier.example/1\n---\n\n# Dockers walk out\n\nDockers at the port walked out, *the union* said. See [the report](https://courier.example/2).\n\n> We will not go back.\n\n- one\n- two\n";

    private const string Record = "{\"id\":\"a\",\"outlet\":\"Vellamo Courier\",\"published\":\"2026-03-03\",\"title\":\"Dockers walk out\",\"byline\":[\"Ada Writer\"],\"url\":\"https://courier.example/1\",\"text\":\"Dockers walked out.\\n\\n\\u201CWe will not go back\\u201D, \\ud83d\\ude00 said.\"}\n{\"html\":\"<p>The talks failed.</p>\",\"updated\":\"2026-03-04T10:00Z\"}\n";

    private const string Feed = "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Vellamo Courier</title><link>https://courier.example/</link>"
        + "<item><title>Dockers &amp; pilots walk out</title><link>https://courier.example/1</link><pubDate>Tue, 03 Mar 2026 09:15:00 +0200</pubDate><content:encoded><![CDATA[<p>Dockers walked out.</p>]]></content:encoded><source url=\"x\">Agency</source></item>"
        + "<item><title>Two</title><description>Ships wait.</description></item></channel></rss>";

    private const string Atom = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Pool</title><entry><title type=\"html\">Strike &lt;b&gt;over&lt;/b&gt;</title><link href=\"https://pool.example/1\"/><author><name>A</name></author><updated>2026-03-03T09:15:00Z</updated><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>It is <em>over</em>.</p></div></content></entry></feed>";

    private const string Mail = "From: \"Ada Writer\" <ada@courier.example>\r\nTo: desk@example.net\r\nSubject: =?utf-8?Q?Gr=C3=A8ve?=\r\nDate: Tue, 03 Mar 2026 09:15:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b\"\r\n\r\n"
        + "--b\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\nContent-Type: text/plain; charset=iso-8859-1; format=flowed\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nDockers walked out, caf=E9 shut. \r\nThe end.\r\n--c\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+SGk8L3A+\r\n--c--\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: inner\r\n\r\nText\r\n--b--\r\n";

    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new("html", "x.html", [Bytes(Page)], ["<div>", "</p>", "<table>", "<!--", "-->", "<script>", "</article>", "<svg>", "<template>", "&#x1F600;", "&#xD800;", "<plaintext>", "\u00A0", "<br>"]),
        new("text", "x.txt", [Bytes(Report)], ["\n\n", "\r\n", "\r", "By Ada Writer", "Reuters - ", "\u201C", "\"", "\u2028", "\u00A0", "\u0301", "\uD83D\uDE00", "# ", "> ", "[a](#)", "---\n", "\f", "\t", "in reply to x"]),
        new("front-matter", "x.md", [Bytes(FrontMatter)], ["---\n", "...\n", ": ", "- ", "[", "]", "&a ", "*a ", "!!x ", "{", "}", "|\n", ">-\n", "\"", "'", "\t", "```\n", "\r\n"]),
        new("jsonl", "x.jsonl", [Bytes(Record)], ["\n", "{", "}", "[", "\\ud800", "\\u0000", "null", "1e999", "\"text\":", "\"html\":\"<p>\"", "\"id\":", "\uFEFF", "\\r\\n"]),
        new("json", "x.json", [Bytes("[" + Record.TrimEnd().Replace("\n", ",\n", StringComparison.Ordinal) + "]"), Bytes("{\n \"text\":\"It is over, she said.\"\n}")], ["\n", "{", "}", "[", "]", ",", "//", "/*", "\\ud800", "null"]),
        new("feed", "x.xml", [Bytes(Feed), Bytes(Atom)], ["<item>", "</item>", "<entry>", "<![CDATA[", "]]>", "&", "&nbsp;", "<!DOCTYPE x [", "<!ENTITY a \"b\">", "]>", "<!--", "<?x ?>", "<content type=\"xhtml\">", "<source>", "\r\n", "xmlns:a=\"b\""]),
        new("eml", "x.eml", [Bytes(Mail)], ["\r\n\r\n", "--b\r\n", "--c--\r\n", "Content-Type: ", "charset=", "=?x?B?", "?=", "boundary=", "Content-Transfer-Encoding: base64\r\n", "=\r\n", "From ", ": ", "\""]),
        new("warc", "x.warc", [Warc(Bytes(Page), null), Warc(Gzip(Bytes(Page)), "gzip")], ["WARC/1.0\r\n", "\r\n\r\n", "Content-Length: 5\r\n", "Content-Length: 99999999999\r\n", "HTTP/1.1 200 OK\r\n", "Transfer-Encoding: chunked\r\n", "Content-Encoding: br\r\n", "WARC-Type: response\r\n", "5\r\n"]),
        new("gzip", "x.txt.gz", [Gzip(Bytes(Report)), [.. Gzip(Bytes(Report)), .. Gzip(Bytes(Report))]], ["\u001F\u008B\b\0", "\0\0", "\u0001"]),
        new("charset", "x.txt", [Encoding.Unicode.GetBytes(Report), Encoding.BigEndianUnicode.GetBytes(Report), Encoding.UTF32.GetBytes(Report[..80]), Encoding.Latin1.GetBytes("Le pr\u00E9fet a d\u00E9clar\u00E9 que la gr\u00E8ve \u00E9tait finie."), Bytes("It\u00E2\u20AC\u2122s \u00E2\u20AC\u0153over\u00E2\u20AC\u009D, caf\u00C3\u00A9 \u00D0\u00BF\u00D0\u00BE")], ["\uFEFF", "\0", "\u00E2\u20AC\u2122", "\u00C3\u00A9", "\u00D0", "\u0080", "\u001B$B", "\u0104"]),
        new("pdf", "x.pdf", [Bytes("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>\nendobj\n4 0 obj\n<< /Length 54 >>\nstream\nBT /F1 12 Tf 72 720 Td (Dockers walked out, it said.) Tj ET\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n")], ["obj", "endobj", "<<", ">>", "(", ")", "Tj", "4 0 R", "stream\n", "/Length 9999999"]),
        new("outlets", "x.tsv", [Bytes("# ours\nHarrow Courier\tHC|The Courier of Harrow\tharrow.example|hc.example\tVale Papers\tGB\tpaper\nQuiet Water\n")], ["\t", "|", "\n", "\r\n", "#", "The ", "\uD83D\uDE00", "\0", "&"]) { Judge = OutletRows.Broken },
        new("times", "x.txt", [Bytes("On the night of 3 May 1901, two and a half years before the second half of the 1990s, at 9:34 p.m. EST every other Friday since '99, from November 15th through the 19th, ca. 490 BC.")], ["May", "2015", " of ", "last ", "next ", "every ", "half ", "week", "years ago", " later", "-", "–", ":", "/", "31", "BC", "'s", "the ", "Friday", "12:30", " p.m.", "Easter", "Q3", "million ", "\uD83D\uDE00"]) { Judge = FoundTimes.Broken },
        new("entities", "x.txt", [Bytes("Anna Brandt and Peter Brandt of the Harwick Lock Company (HLC) met in Lisbon. Brandt said that she would sue the company; the WHO, Britain and the UK kept quiet. Mr Varholm thanked his sister. Moeen Farsali is Muen Farsali.")], ["Mr ", "Brandt", "the ", "HLC", "(", ")", " said", "she ", " it ", "'s", "\u2019s", "\n", "\t", ".", "U.S.", "US $ ", "-", "\u00E9", "\u0301", "\uD83D\uDE00", "\u0639\u0645\u0631", "\u5317\u4EAC", "al-"]) { Judge = FoundNames.Broken },
        new("index", "x.reuse", [SavedIndexes.Sealed], ["\0\0\0\0", "\u007F\u007F\u007F\u007F"]) { Judge = SavedIndexes.Broken },
        new("index-content", "x.reuse", [SavedIndexes.Content], ["\0\0\0\0", "\u0001\0\0\0", "\u007F\u007F\u007F\u007F", "\0\0\0\u0040"]) { Judge = static content => SavedIndexes.Broken(SavedIndexes.Seal(content)) },
        new("syntax-model", "x.model", [SyntaxModels.Small], ["\0\0\0\0", "\u0010\0\0\0", "\u007F\u007F\u007F\u007F", "\0\0\u0001\0"]) { Judge = SyntaxModels.Broken },
    ];

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Gzip(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream packing = new(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            packing.Write(bytes);
        }

        return packed.ToArray();
    }

    private static byte[] Warc(byte[] body, string? encoding)
    {
        string http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n" + (encoding is null ? "" : $"Content-Encoding: {encoding}\r\n") + "\r\n";
        string head = $"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://courier.example/1\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {http.Length + body.Length}\r\n\r\n";
        byte[] record = [.. Bytes(head), .. Bytes(http), .. body, .. "\r\n\r\n"u8];
        return [.. record, .. record];
    }
}
