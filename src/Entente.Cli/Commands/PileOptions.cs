using System.CommandLine;
using Entente.Analysis;
using Entente.Analysis.Text;
using Entente.Reading;

namespace Entente.Cli.Commands;

/// <summary>What every command over a pile takes: where the reports are, how many threads, where the output goes.</summary>
internal sealed class PileOptions
{
    public Argument<string[]> Paths { get; } = new("PATH")
    {
        Description = "Files, folders or globs; - reads standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    public Option<FileInfo?> Out { get; } = new("--out", "-o")
    {
        Description = "Write to this file instead of standard output; missing folders are made.",
        HelpName = "FILE",
    };

    public Option<int> Threads { get; } = new("--threads")
    {
        Description = "Reports read at the same time; the output does not depend on it. 1 to 64; default: all cores.",
        HelpName = "N",
        DefaultValueFactory = _ => Math.Min(Environment.ProcessorCount, 64),
    };

    public Option<long> MaxBytes { get; } = new("--max-bytes")
    {
        Description = "Largest file or record, unpacked, that is read.",
        HelpName = "N",
        DefaultValueFactory = _ => ReadingOptions.Default.MaxBytes,
    };

    public Option<FileInfo> Outlets { get; } = new("--outlets")
    {
        Description = "Outlets to know besides the shipped ones: name, aliases, domains, family, country, kind; a row each, parted by tabs.",
        HelpName = "FILE",
    };

    private OutletRegister? _register;

    public void AddTo(Command command)
    {
        Threads.Validators.Add(result => RefuseOutside(result, Threads, 1, 64));
        MaxBytes.Validators.Add(result => RefuseOutside(result, MaxBytes, 1 << 20, 1L << 30));
        command.Arguments.Add(Paths);
        command.Options.Add(Out);
        command.Options.Add(Threads);
        command.Options.Add(MaxBytes);
        command.Options.Add(Outlets);
        Outlets.AcceptExistingOnly();
    }

    public Reader ReaderFor(ParseResult parsed) => new(ReadingOptions.Default with { MaxBytes = parsed.GetValue(MaxBytes), Outlets = Register(parsed) });

    /// <summary>The shipped outlets and the user's; a row that cannot be read is said and passed over.</summary>
    public OutletRegister Register(ParseResult parsed)
    {
        if (_register is null && parsed.GetValue(Outlets) is { } file)
        {
            List<(int Row, string Objection)> rejected = [];
            using (StreamReader rows = file.OpenText())
            {
                _register = OutletRegister.Shipped.With(OutletRegister.Parse(rows, rejected));
            }

            Report(rejected.Select(r => DiagnosticCode.MalformedRegister.For(file.Name, r.Row, r.Objection)));
        }

        return _register ??= OutletRegister.Shipped;
    }

    /// <summary>For a command that names its reports one by one.</summary>
    public void AddOutputTo(Command command)
    {
        MaxBytes.Validators.Add(result => RefuseOutside(result, MaxBytes, 1 << 20, 1L << 30));
        command.Options.Add(Out);
        command.Options.Add(MaxBytes);
        command.Options.Add(Outlets);
    }

    /// <summary>Reads the whole pile, one result after the other, telling <paramref name="progress"/> how many are done.</summary>
    public IEnumerable<ReadResult> Read(ParseResult parsed, IProgress<int>? progress, CancellationToken cancellation)
    {
        int done = 0;
        foreach (ReadResult result in ReaderFor(parsed).Read(parsed.GetRequiredValue(Paths), parsed.GetValue(Threads), cancellation))
        {
            progress?.Report(++done);
            yield return result;
        }
    }

    /// <summary>Reads the whole pile into memory to be analysed, with a progress bar where a person can see one; beside it what is wrong with inputs that yielded no document.</summary>
    public (List<Document> Documents, List<Diagnostic> SetAside) ReadAll(ParseResult parsed, CancellationToken cancellation)
    {
        DocumentAnalyser.Prepare();
        List<Document> documents = [];
        List<Diagnostic> setAside = [];
        return Terminal.WithProgress("Reading", null, progress =>
        {
            foreach (ReadResult result in Read(parsed, progress, cancellation))
            {
                setAside.AddRange(result.Diagnostics);
                if (result.Document is { } document)
                {
                    documents.Add(document);
                }
            }

            return (documents, setAside);
        });
    }

    /// <summary>One line of standard error for each diagnostic that a reader must know of.</summary>
    public static void Report(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (Diagnostic diagnostic in diagnostics)
        {
            if (diagnostic.Severity != Severity.Info)
            {
                Terminal.Complain($"{diagnostic.Code} {diagnostic.Message}");
            }
        }
    }

    public static void RefuseOutside<T>(System.CommandLine.Parsing.OptionResult result, Option<T> option, long least, long most)
    {
        if (long.TryParse(result.Tokens.Count > 0 ? result.Tokens[0].Value : null, out long given) && (given < least || given > most))
        {
            result.AddError($"{option.Name} takes {least} to {most}, not {given}.");
        }
    }
}
