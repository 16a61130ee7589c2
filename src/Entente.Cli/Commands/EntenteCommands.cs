using System.CommandLine;
using System.CommandLine.Help;

namespace Entente.Cli.Commands;

/// <summary>The command tree. <c>docs/reference/cli.md</c> is generated from it.</summary>
internal static class EntenteCommands
{
    public static RootCommand Build()
    {
        RootCommand root = new("Reads a pile of news reporting: who said it, who merely repeated it, and what is missing.")
        {
            BriefCommand.Build(),
            TraceCommand.Build(),
            QuotesCommand.Build(),
            DiffCommand.Build(),
            WhoCommand.Build(),
            WhenCommand.Build(),
            MapCommand.Build(),
            AnalyseCommand.Build(),
            ReadCommand.Build(),
            EvalCommand.Build(),
            ReferenceCommand.Build(),
        };
        foreach (Option option in root.Options)
        {
            if (option is HelpOption { Action: HelpAction plain } help)
            {
                plain.MaxWidth = Terminal.Width;
                help.Action = new HelpWithExamples(plain);
            }
        }

        return root;
    }

    /// <summary>The command as it is typed: <c>entente eval reading</c>.</summary>
    public static string PathOf(Command command)
    {
        string path = command is RootCommand ? "entente" : command.Name;
        while (command.Parents.OfType<Command>().FirstOrDefault() is { } parent)
        {
            command = parent;
            path = (parent is RootCommand ? "entente" : parent.Name) + " " + path;
        }

        return path;
    }
}
