using Entente.Analysis.Scoring;

namespace Entente.Cli.Evaluation;

/// <summary>How one page was read, against its gold. A null says that the gold states nothing to compare with.</summary>
/// <param name="Words">Words of the main text, as bags.</param>
/// <param name="FalseAuthor">Whether an author was named where the gold has none.</param>
/// <param name="Kept">Snippets that must stand in the main text, and do; <paramref name="ToKeep"/> is their number.</param>
internal sealed record PageScore(
    string Id, string Url, PrecisionRecall Words, bool? Title, bool? Author, bool FalseAuthor, bool? Date, bool FalseDate, int Kept, int ToKeep, int LeftOut, int ToLeaveOut);
