using System.Text;
using Entente.Analysis.Text;
using Entente.Reading;

namespace Entente.Fuzz;

/// <summary>One format to be fuzzed: small valid samples, the name a file of it has, and pieces that mean something in it.</summary>
internal sealed record FuzzTarget(string Name, string FileName, byte[][] Samples, string[] Pieces)
{
    // One run that takes longer than this hangs, for all that concerns a pile of ten thousand.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    /// <summary>For what is not read as a document: the rule that an input breaks, or null.</summary>
    public Func<byte[], string?>? Judge { get; init; }

    private byte[][] Dictionary => [.. Pieces.Select(Encoding.UTF8.GetBytes)];

    /// <summary>Runs until <paramref name="goesOn"/> says no or an input breaks a rule.</summary>
    /// <returns>How many runs there were, and the input and rule of a failure.</returns>
    public FuzzOutcome Run(int seed, Func<int, bool> goesOn)
    {
        string folder = Directory.CreateTempSubdirectory("entente-fuzz-").FullName;
        try
        {
            int runs = 0;
            for (; goesOn(runs); runs++)
            {
                // Each run has a seed of its own, so that any one can be repeated alone.
                Mutator mutator = new(new Random(unchecked((seed * 1_000_003) + runs)), Dictionary);
                byte[] input = mutator.Mutate(Samples[runs % Samples.Length]);
                if ((Judge is null ? Check(Path.Combine(folder, FileName), input) : Patiently(() => Judge(input))) is { } broken)
                {
                    return new FuzzOutcome(runs + 1, input, broken);
                }
            }

            return new FuzzOutcome(runs, null, null);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The rule that reading this input breaks, or null.</summary>
    public static string? Check(string path, byte[] input)
    {
        File.WriteAllBytes(path, input);
        return Patiently(() => Broken(path));
    }

    private static string? Patiently(Func<string?> check)
    {
        Task<string?> reading = Task.Run(check);
        try
        {
            return reading.Wait(s_patience) ? reading.Result : $"not done after {s_patience.TotalSeconds:0} s";
        }
        catch (AggregateException failure)
        {
            return failure.InnerException?.ToString();
        }
    }

    private static string? Broken(string path)
    {
        int results = 0;
        ReadingOptions options = ReadingOptions.Default with { MaxBytes = 4 << 20 };
        foreach (ReadResult result in new Reader(options).Read([path]))
        {
            results++;
            if (result.Document is null && result.Diagnostics.Count == 0)
            {
                return $"{result.Input} has neither document nor diagnostic";
            }

            if (result.Diagnostics.Concat(result.Document?.Diagnostics ?? []).FirstOrDefault(static one => one.Code == DiagnosticCode.ReaderFailed.Code) is { } crash)
            {
                return crash.Message;
            }

            if (result.Document is { } document && Invariants.Broken(document) is { } rule)
            {
                return $"{result.Input}: {rule}";
            }
        }

        return results == 0 ? "nothing was said of the input" : null;
    }
}
