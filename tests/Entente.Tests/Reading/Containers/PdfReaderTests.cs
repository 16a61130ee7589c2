using System.Text;
using Entente.Reading;

namespace Entente.Tests.Reading.Containers;

public sealed class PdfReaderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_pdf_is_read_where_pdftotext_is_installed_and_otherwise_says_what_to_install()
    {
        ReadResult result = Piles.ReadOne(_folder.Add("m.pdf", Pdf("Dockers at the port walked out, the union said.")));

        if (IsInstalled)
        {
            Assert.Contains("Dockers at the port walked out, the union said.", result.Document!.Text, StringComparison.Ordinal);
            Assert.Equal("m", result.Document.Id);
        }
        else
        {
            Assert.Equal(["E1209"], Piles.Codes(result));
        }
    }

    [Fact]
    public void A_damaged_pdf_gives_one_line()
    {
        ReadResult result = Piles.ReadOne(_folder.Add("m.pdf", "%PDF-1.4\nnothing of the kind"));

        Assert.Equal([IsInstalled ? "E1210" : "E1209"], Piles.Codes(result));
    }

    private static bool IsInstalled => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(static folder => File.Exists(Path.Combine(folder, "pdftotext")));

    /// <summary>The smallest PDF of one line.</summary>
    private static byte[] Pdf(string line)
    {
        string content = $"BT /F1 12 Tf 72 720 Td ({line}) Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {content.Length} >>\nstream\n{content}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        StringBuilder pdf = new("%PDF-1.4\n");
        List<int> places = [];
        for (int i = 0; i < objects.Length; i++)
        {
            places.Add(pdf.Length);
            pdf.Append($"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        int table = pdf.Length;
        pdf.Append($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        places.ForEach(place => pdf.Append($"{place:D10} 00000 n \n"));
        pdf.Append($"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }
}
