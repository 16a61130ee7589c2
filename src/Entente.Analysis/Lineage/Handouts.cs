using Entente.Analysis.Text;

namespace Entente.Analysis.Lineage;

/// <summary>Tells reports that only write up a text handed to everybody from reports that copy one another.</summary>
internal static class Handouts
{
    /// <summary>The evidence that a handed-out text stands behind both reports, or null.</summary>
    /// <remarks>One of them writes it up: it names the text early, or names it and has no other voice. The other names such a text too, or has but one voice.
    /// An outlet's own earlier report is nearer at hand than any handout.</remarks>
    public static Evidence? TryFindBehind(StoryReport one, StoryReport other)
    {
        if (one.IsOfSameOutlet(other) || !((IsWriteUp(one) && MayBeWriteUp(other)) || (IsWriteUp(other) && MayBeWriteUp(one))))
        {
            return null;
        }

        return Evidence.At("occasion", $"{Sign(one)}, {Sign(other)}: a text that was given to many", (one, Places(one)), (other, Places(other)));
    }

    private static string Sign(StoryReport report) => Named(report) is { } span ? $"\"{span.Of(report.Document.Text)}\"" : $"one voice in {report.Id}";

    private static TextSpan[] Places(StoryReport report) => Named(report) is { } span ? [span] : [];

    /// <summary>Whether a document is such a text itself: its headline or first line says so.</summary>
    public static bool IsHandedOut(StoryReport report) => report.Document.Blocks
        .Where(b => b.IsReporting)
        .Take(1)
        .Any(b => Occasions.TryFind(report.Document.Text, b.Span, Occasion.Handout) is { } word
            && string.IsNullOrWhiteSpace(WithoutMarks(report.Document.Text[b.Span.Start..word.Start])) && report.Document.Text.AsSpan(word.End).TrimStart() is [':' or '–' or '—' or '-', ..]);

    private static string WithoutMarks(string text) => text.Replace("press", "", StringComparison.OrdinalIgnoreCase).Replace("media", "", StringComparison.OrdinalIgnoreCase).Replace("news", "", StringComparison.OrdinalIgnoreCase);

    private static bool IsWriteUp(StoryReport report) =>
        Named(report) is { } span && (span.Start < report.Document.Text.Length / 2 || Voices.IsSingle(report));

    private static bool MayBeWriteUp(StoryReport report) => Named(report) is not null || Voices.IsSingle(report);

    /// <summary>The first word by which a report names such a text.</summary>
    public static TextSpan? Named(StoryReport report) => report.Document.Blocks
        .Where(b => b.IsReporting)
        .Select(b => Occasions.TryFind(report.Document.Text, b.Span, Occasion.Handout))
        .FirstOrDefault(s => s is not null);
}
