using System.Globalization;
using Entente.Analysis.Text;

namespace Entente.Reading;

/// <summary>Keeps the ids of a run unique: the first report in canonical order keeps an id, later ones get a name from their bytes.</summary>
internal sealed class Ids
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public ReadResult Settle(ReadResult result)
    {
        if (result.Document is not { } document || _taken.Add(document.Id))
        {
            return result;
        }

        string id = $"{document.Id}~{document.Sha256[..8]}";
        for (int copy = 2; !_taken.Add(id); copy++)
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{document.Id}~{document.Sha256[..8]}-{copy}");
        }

        Diagnostic renamed = DiagnosticCode.DuplicateId.For(result.Input, document.Id, id);
        return result with { Document = document with { Id = id, Diagnostics = document.Diagnostics.Add(renamed) } };
    }
}
