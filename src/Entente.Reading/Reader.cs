using Entente.Analysis.Text;
using Entente.Reading.Containers;
using Entente.Reading.Inputs;

namespace Entente.Reading;

/// <summary>Reads files, folders, globs and standard input into documents.</summary>
/// <remarks>Results come in canonical order (files by path, entries by place), whatever the order of the paths and the number of
/// threads; memory is bounded by a window of reports in work, not by their number. One bad input is reported and never stops the rest.</remarks>
public sealed class Reader(ReadingOptions options)
{
    public ReadingOptions Options { get; } = options.Validated();

    /// <param name="paths">Files, folders, globs, or <c>-</c> for standard input.</param>
    /// <param name="threads">Workers that turn what was found into documents; finding it is one thread's work.</param>
    public IEnumerable<ReadResult> Read(IReadOnlyList<string> paths, int threads = 1, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        return Read(paths, Console.OpenStandardInput, threads, cancellation);
    }

    internal IEnumerable<ReadResult> Read(IReadOnlyList<string> paths, Func<Stream> standardInput, int threads, CancellationToken cancellation)
    {
        (List<InputFile> files, List<(string Name, Diagnostic Diagnostic)> troubles) = InputFinder.Find(paths);
        InputReader inputs = new(Options, standardInput);
        Conversion conversion = new(Options);
        IEnumerable<RawReport> reports = Merge(files, troubles).SelectMany(found => found.File is { } file
            ? inputs.Read(file)
            : [RawReport.Broken(found.Name, found.Name, found.Trouble!)]);
        Ids ids = new();
        foreach (ReadResult result in OrderedWork.Run(reports, conversion.Convert, static report => report.Weight, threads, cancellation))
        {
            yield return ids.Settle(result);
        }
    }

    // Both lists are in order; so is what comes of them.
    private static IEnumerable<(string Name, InputFile? File, Diagnostic? Trouble)> Merge(
        List<InputFile> files, List<(string Name, Diagnostic Diagnostic)> troubles)
    {
        int next = 0;
        foreach (InputFile file in files)
        {
            while (next < troubles.Count && string.CompareOrdinal(troubles[next].Name, file.Name) <= 0)
            {
                yield return (troubles[next].Name, null, troubles[next].Diagnostic);
                next++;
            }

            yield return (file.Name, file, null);
        }

        for (; next < troubles.Count; next++)
        {
            yield return (troubles[next].Name, null, troubles[next].Diagnostic);
        }
    }
}
