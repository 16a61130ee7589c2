using System.CommandLine;
using Entente.Cli.Reference;

namespace Entente.Cli.Commands;

/// <summary><c>entente reference</c>: writes the reference pages from the tables in the code.</summary>
internal static class ReferenceCommand
{
    public static Command Build()
    {
        Argument<DirectoryInfo> directory = new("DIR") { Description = "Where the pages go, such as docs/reference." };
        ExampleCommand command = new(
            "reference",
            "Writes the reference pages (commands, error codes) from the tables in the code.",
            ("entente reference docs/reference", "After a change to a command or an error code."))
        {
            directory,
        };
        command.SetAction(parsed =>
        {
            DirectoryInfo target = parsed.GetRequiredValue(directory);
            target.Create();
            foreach ((string name, string text) in ReferencePages.All())
            {
                File.WriteAllText(Path.Combine(target.FullName, name), text);
            }

            return Exit.AllRead;
        });
        return command;
    }
}
