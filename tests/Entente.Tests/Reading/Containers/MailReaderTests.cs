using System.Text;
using Entente.Analysis.Text;

namespace Entente.Tests.Reading.Containers;

public sealed class MailReaderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Subject_sender_and_date_are_what_the_mail_states()
    {
        Document document = Read("""
            From: "A. Writer" <a.writer@example.org>
            To: desk@example.net
            Subject: Fwd: =?utf-8?Q?Gr=C3=A8ve_at_the_port?=
            Date: Tue, 03 Mar 2026 09:15:00 +0200

            Dockers at the port walked out, the union said.

            ---------- Forwarded message ----------
            From: B. Author
            The talks had failed.
            """);

        Assert.Equal("Grève at the port", document.Title);
        Assert.Equal(["A. Writer"], document.Byline.AsEnumerable());
        Assert.Null(document.Outlet);
        Assert.Equal(("2026-03-03T09:15:00+02:00", TimeOrigin.Mail), (document.Published!.Value, document.Published.From));
        Assert.Contains("Forwarded message", document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_text_is_preferred_to_html_unless_it_is_empty()
    {
        const string Mail = "From: a@example.org\nSubject: S\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n"
            + "--b\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n{0}\n"
            + "--b\nContent-Type: text/html\n\n<p>The rich words of the union.</p>\n--b--\n";

        Assert.Contains("Café plain words", Read(Mail.Replace("{0}", "Caf=E9 plain words of the union.", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Flowed_lines_are_one_paragraph()
    {
        Document document = Read("From: a@example.org\nSubject: S\nMIME-Version: 1.0\nContent-Type: text/plain; format=flowed\n\nDockers at the port \nwalked out on Tuesday, \nthe union said.\n");

        Assert.Contains("Dockers at the port walked out on Tuesday, the union said.", document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_a_browser_saved_as_a_mail_is_not_dated_by_the_browser()
    {
        Document document = Read("From: <Saved by Browser>\nSnapshot-Content-Location: https://courier.example/1\nSubject: Dockers walk out\nDate: Tue, 03 Mar 2026 09:15:00 +0200\nMIME-Version: 1.0\nContent-Type: text/plain\n\nDockers walked out, the union said.\n");

        Assert.Equal("https://courier.example/1", document.Url);
        Assert.Null(document.Published);
        Assert.Empty(document.Byline);
    }

    [Fact]
    public void A_file_that_is_no_mail_gives_one_line()
    {
        string path = _folder.Add("m.eml", "just some words\nwithout any header\n");
        Assert.Equal(["E1207"], Piles.Codes(Piles.ReadOne(path)));
    }

    [Fact]
    public void A_mail_without_a_body_gives_one_line()
    {
        string path = _folder.Add("m.eml", "From: a@example.org\nSubject: Nothing\n\n");
        Assert.Equal(["E1104"], Piles.Codes(Piles.ReadOne(path)));
    }

    private Document Read(string mail) => Piles.ReadOne(_folder.Add("m.eml", Encoding.UTF8.GetBytes(mail))).Document!;
}
