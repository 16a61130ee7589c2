using Entente.Analysis.Text;

namespace Entente.Cli;

/// <summary>What the process's exit code says.</summary>
internal static class Exit
{
    public const int AllRead = 0;
    public const int NothingDone = 1;
    public const int SomeNotRead = 2;

    /// <summary>What was asked for is not in the pile, all of which was read.</summary>
    public const int NotFound = 3;

    public const int Interrupted = 130;

    public static int For(int read, int setAside) => setAside == 0 && read > 0 ? AllRead : read == 0 ? NothingDone : SomeNotRead;

    /// <summary>After a search of a pile; what could not be read might have held what was sought.</summary>
    public static int ForSearch(int read, IEnumerable<Diagnostic> setAside, bool found)
    {
        int exit = For(read, setAside.Count(d => d.Severity == Severity.Error));
        return exit == AllRead && !found ? NotFound : exit;
    }
}
