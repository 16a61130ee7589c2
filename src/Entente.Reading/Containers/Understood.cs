using Entente.Analysis.Text;
using Entente.Reading.Metadata;

namespace Entente.Reading.Containers;

/// <summary>A report once its form is understood: the draft of its text, and what was stated about it outside the text.</summary>
internal sealed class Understood(DocumentDraft? draft, StatedFacts facts)
{
    public DocumentDraft? Draft { get; set; } = draft;

    public StatedFacts Facts { get; } = facts;

    public List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>The time that the words state. Words that state none are reported, and the report counts as undated.</summary>
    public StatedTime? Time(string? words, TimeOrigin from, string culprit)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            return null;
        }

        StatedTime? time = TimeParser.TryParse(words, from);
        if (time is null)
        {
            Diagnostics.Add(DiagnosticCode.DateUnreadable.For(culprit, words.Length > 60 ? words[..60] + "…" : words));
        }

        return time;
    }
}
