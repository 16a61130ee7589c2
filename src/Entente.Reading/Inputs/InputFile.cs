namespace Entente.Reading.Inputs;

/// <summary>One file to read.</summary>
/// <param name="Name">As the caller named it or the folder above it, with <c>/</c> between the parts; <c>-</c> is standard input.</param>
/// <param name="Location">Where it is opened.</param>
/// <param name="IsNamed">Named by the caller itself, so that it is read whatever its ending.</param>
internal sealed record InputFile(string Name, string Location, bool IsNamed)
{
    public const string StandardInput = "-";

    public bool IsStandardInput => Name == StandardInput;

    /// <summary>The name that a report in it goes by when it brings none of its own.</summary>
    public string Stem => IsStandardInput ? "stdin" : Endings.Stem(Name);
}
