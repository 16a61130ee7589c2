using System.CommandLine;

namespace Entente.Cli.Commands;

/// <summary>A command whose help ends with examples that can be pasted into a shell.</summary>
internal sealed class ExampleCommand(string name, string description, params (string Line, string Says)[] examples) : Command(name, description)
{
    public IReadOnlyList<(string Line, string Says)> Examples { get; } = examples;
}
