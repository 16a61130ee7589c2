// dotnet run -c Release --project fuzz/Entente.Fuzz -- <target|all> [--seconds N | --runs N] [--seed S]
// Mutates small valid samples and reads them. The same seed makes the same inputs. Exit 1 on a broken rule; the input is saved beside you.

using System.Diagnostics;
using System.Globalization;
using Entente.Fuzz;

string name = args.Length > 0 ? args[0] : "all";
int seconds = Option("--seconds", 0);
int runs = Option("--runs", seconds > 0 ? int.MaxValue : 2000);
int seed = Option("--seed", 1);
FuzzTarget[] targets = [.. Targets.All.Where(target => name == "all" || target.Name == name)];
if (targets.Length == 0)
{
    Console.Error.WriteLine($"{name}: no such target; there are all, {string.Join(", ", Targets.All.Select(static target => target.Name))}");
    return 2;
}

int failures = 0;
foreach (FuzzTarget target in targets)
{
    if (target.Name == "pdf" && !IsOnPath("pdftotext"))
    {
        Console.WriteLine("pdf: skipped, pdftotext is not installed");
        continue;
    }

    Stopwatch watch = Stopwatch.StartNew();
    FuzzOutcome outcome = target.Run(seed, run => run < runs && (seconds == 0 || watch.Elapsed.TotalSeconds < seconds));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{target.Name}: {outcome.Runs} runs in {watch.Elapsed.TotalSeconds:0.0} s, seed {seed}, {(outcome.Input is null ? "no failure" : "FAILED")}"));
    if (outcome.Input is { } input)
    {
        failures++;
        string saved = $"crash-{target.Name}-{seed}-{outcome.Runs - 1}{Path.GetExtension(target.FileName)}";
        File.WriteAllBytes(saved, input);
        Console.WriteLine($"  {outcome.Broken}\n  input saved as {saved}");
    }
}

return failures == 0 ? 0 : 1;

int Option(string option, int otherwise)
{
    int at = Array.IndexOf(args, option);
    return at >= 0 && at + 1 < args.Length && int.TryParse(args[at + 1], NumberStyles.Integer, CultureInfo.InvariantCulture, out int value) ? value : otherwise;
}

static bool IsOnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
    .Any(folder => File.Exists(Path.Combine(folder, program)));
