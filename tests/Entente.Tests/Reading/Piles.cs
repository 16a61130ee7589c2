using Entente.Reading;

namespace Entente.Tests.Reading;

/// <summary>Short ways to read a pile in a test.</summary>
internal static class Piles
{
    public const string Harbour = "Dockers at the port of Vellamo walked out on Tuesday after talks about night shifts failed, the union said.\n\n"
        + "The harbour master said that two ferries would be diverted and that the strike could last for a week.";

    public static List<ReadResult> Read(params string[] paths) => Read(1, null, paths);

    public static List<ReadResult> Read(int threads, ReadingOptions? options, params string[] paths) =>
        [.. new Reader(options ?? ReadingOptions.Default).Read(paths, threads)];

    public static ReadResult ReadOne(params string[] paths) => Assert.Single(Read(paths));

    public static ReadResult ReadInput(byte[] standardInput, params string[] paths) =>
        Assert.Single(new Reader(ReadingOptions.Default).Read(paths, () => new MemoryStream(standardInput), 1, CancellationToken.None));

    /// <summary>The codes of everything reported about an input, in order.</summary>
    public static string[] Codes(ReadResult result) =>
        [.. result.Diagnostics.Select(static one => one.Code), .. result.Document?.Diagnostics.Select(static one => one.Code) ?? []];
}
