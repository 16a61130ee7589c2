using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Entente.Cli;
using Entente.Cli.Commands;

RootCommand root = EntenteCommands.Build();
ParseResult parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
if (parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction)
{
    // The whole help would bury the one line that matters.
    foreach (ParseError error in parsed.Errors)
    {
        Terminal.Complain($"entente: {error.Message}");
    }

    Console.Error.WriteLine($"Try: {EntenteCommands.PathOf(parsed.CommandResult.Command)} --help");
    return Exit.NothingDone;
}

using CancellationTokenSource interrupted = new();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = !interrupted.IsCancellationRequested;
    interrupted.Cancel();
};

try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, interrupted.Token);
}
catch (OperationCanceledException)
{
    return Exit.Interrupted;
}
catch (IOException closed) when (Terminal.IsBrokenPipe(closed))
{
    // `entente read … | head`: whoever reads has had enough.
    return Exit.AllRead;
}
catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
{
    Terminal.Complain($"entente: {failure.Message}");
    return Exit.NothingDone;
}
