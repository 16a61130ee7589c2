using System.Globalization;
using Entente.Analysis.Text;
using Entente.Reading;

namespace Entente.Cli.Commands;

/// <summary>One report, named by its file, or by its file and what it is called there: <c>feed.xml#2</c>, <c>pile.jsonl#wire-0417</c>.</summary>
/// <param name="Name">Its id, or its number in the file; null for the only one.</param>
internal sealed record ReportChoice(string File, string? Name)
{
    /// <summary>How many ids a complaint lists.</summary>
    private const int MostListed = 5;

    /// <summary>The part before a # is the file, if there is one of that name; a file's own name may hold a # too.</summary>
    public static ReportChoice Parse(string argument)
    {
        for (int end = argument.Length; end > 0; end = argument.LastIndexOf('#', end - 1))
        {
            if (System.IO.File.Exists(argument[..end]))
            {
                return new ReportChoice(argument[..end], end < argument.Length ? argument[(end + 1)..] : null);
            }
        }

        int mark = argument.IndexOf('#', StringComparison.Ordinal);
        return mark > 0 ? new ReportChoice(argument[..mark], argument[(mark + 1)..]) : new ReportChoice(argument, null);
    }

    /// <summary>The report meant; null where there is not exactly one, after the diagnostics that say why.</summary>
    public Document? TryRead(Reader reader, List<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        List<Document> documents = [];
        foreach (ReadResult result in reader.Read([File], cancellation: cancellation))
        {
            diagnostics.AddRange(result.Diagnostics);
            if (result.Document is { } document)
            {
                documents.Add(document);
            }
        }

        if (documents.Count == 0)
        {
            if (!diagnostics.Exists(d => d.Severity == Severity.Error))
            {
                diagnostics.Add(DiagnosticCode.NoText.For(File));
            }

            return null;
        }

        if (Name is null)
        {
            if (documents.Count > 1)
            {
                string ids = string.Join(", ", documents.Take(MostListed).Select(d => d.Id)) + (documents.Count > MostListed ? ", …" : "");
                diagnostics.Add(DiagnosticCode.SeveralReports.For(File, documents.Count, ids));
                return null;
            }

            return documents[0];
        }

        Document? named = documents.Find(d => d.Id == Name);
        if (named is null && int.TryParse(Name, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= documents.Count)
        {
            named = documents[number - 1];
        }

        if (named is null)
        {
            diagnostics.Add(DiagnosticCode.NoSuchReport.For(File, Name));
        }

        return named;
    }
}
