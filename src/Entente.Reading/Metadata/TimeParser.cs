using Entente.Analysis.Text;

namespace Entente.Reading.Metadata;

/// <summary>Reads a publication time as pages, feeds and mastheads write it.</summary>
internal static class TimeParser
{
    /// <summary>The time that the whole of <paramref name="text"/> states, or null.</summary>
    public static StatedTime? TryParse(string text, TimeOrigin from)
    {
        _ = text;
        _ = from;
        return null;
    }
}
