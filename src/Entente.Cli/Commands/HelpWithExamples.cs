using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Entente.Cli.Commands;

/// <summary>The library's help, followed by the command's examples and the meaning of the exit codes.</summary>
internal sealed class HelpWithExamples(HelpAction plain) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        int result = plain.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is ExampleCommand command)
        {
            output.WriteLine(command.Examples.Count == 1 ? "Example:" : "Examples:");
            foreach ((string line, string says) in command.Examples)
            {
                output.WriteLine($"  {line}");
                output.WriteLine($"      {says}");
            }

            output.WriteLine();
            output.WriteLine("Exit code: 0 all was read, 2 some was not, 1 nothing could be done.");
        }
        else
        {
            output.WriteLine("Start with: entente brief FOLDER. Each command has its own --help with examples.");
        }

        return result;
    }
}
