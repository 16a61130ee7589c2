namespace Entente.Reading.Inputs;

/// <summary>Says a number of bytes as a person would.</summary>
internal static class ByteSize
{
    public static string Say(long bytes) => bytes switch
    {
        < 1L << 10 => $"{bytes} bytes",
        < 1L << 20 => $"{bytes >> 10} KiB",
        < 1L << 30 => $"{bytes >> 20} MiB",
        _ => $"{bytes >> 30} GiB",
    };
}
