using Entente.Analysis.Text;

namespace Entente.Reading.Inputs;

/// <summary>Turns what the caller names — files, folders, globs, <c>-</c> — into the list of files to read, each once, in canonical order.</summary>
/// <remarks>Order is ordinal by name, whatever the order of the arguments. Inside folders and globs, hidden names and files about the folder (README) are
/// passed over and only readable endings are taken; a file that is named itself is read whatever it is called.</remarks>
internal sealed class InputFinder
{
    private readonly Dictionary<string, InputFile> _filesByRealPath = new(StringComparer.Ordinal);
    private readonly HashSet<(Glob? Glob, string RealPath)> _foldersRead = [];
    private readonly HashSet<string> _foldersAbove = new(StringComparer.Ordinal);
    private readonly List<(string Name, Diagnostic Diagnostic)> _troubles = [];

    private InputFinder()
    {
    }

    /// <summary>The files, and what went wrong with names that lead to none, each in canonical order.</summary>
    public static (List<InputFile> Files, List<(string Name, Diagnostic Diagnostic)> Troubles) Find(IReadOnlyList<string> paths)
    {
        InputFinder finder = new();
        List<string> names = [.. paths.Select(Normalise).Distinct(StringComparer.Ordinal)];
        names.Sort(StringComparer.Ordinal);
        foreach (string name in names)
        {
            finder.Add(name);
        }

        List<InputFile> files = [.. finder._filesByRealPath.Values];
        files.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        finder._troubles.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        return (files, finder._troubles);
    }

    private static string Normalise(string path)
    {
        string name = Path.DirectorySeparatorChar == '\\' ? path.Replace('\\', '/') : path;
        while (name.Contains("//", StringComparison.Ordinal))
        {
            name = name.Replace("//", "/", StringComparison.Ordinal);
        }

        name = name.Replace("/./", "/", StringComparison.Ordinal);
        if (name.Length > 2 && name.StartsWith("./", StringComparison.Ordinal))
        {
            name = name[2..];
        }

        return name.Length > 1 && name.EndsWith('/') ? name[..^1] : name;
    }

    private void Add(string name)
    {
        if (name == InputFile.StandardInput)
        {
            _filesByRealPath[name] = new InputFile(name, name, IsNamed: true);
        }
        else if (name.Length > 0 && Directory.Exists(name))
        {
            // A folder that cannot be opened has been reported for that.
            if (!Walk(name, [], glob: null) && !_troubles.Exists(t => t.Name == name))
            {
                _troubles.Add((name, DiagnosticCode.NothingInFolder.For(name)));
            }
        }
        else if (Exists(name))
        {
            AddFile(name, isNamed: true);
        }
        else if (!Glob.HasWildcard(name) || !AddMatches(Glob.Parse(name)))
        {
            _troubles.Add((name, DiagnosticCode.NotFound.For(name.Length == 0 ? "\"\"" : name)));
        }
    }

    private bool AddMatches(Glob glob)
    {
        string folder = glob.Folder.Length == 0 ? "." : glob.Folder;
        return Directory.Exists(folder) && Walk(glob.Folder, [], glob);
    }

    /// <returns>Whether the folder, or one below it, holds anything that is read or reported.</returns>
    private bool Walk(string folder, string[] relative, Glob? glob)
    {
        string location = folder.Length == 0 ? "." : folder;
        string real = RealPath.Of(location);
        if (!_foldersAbove.Add(real))
        {
            _troubles.Add((folder, DiagnosticCode.Loop.For(folder)));
            return true;
        }

        try
        {
            // Folders that many links lead to would otherwise be read once for every way there, which can be 2 to the number of links.
            if (glob is not { IsDeep: false } && !_foldersRead.Add((glob, real)))
            {
                return true;
            }

            bool found = false;
            foreach (string name in NamesIn(folder, location))
            {
                string path = folder.Length == 0 ? name : folder.EndsWith('/') ? folder + name : folder + "/" + name;
                string[] below = [.. relative, name];
                if (Directory.Exists(path))
                {
                    bool goesDown = glob is null ? !IsHidden(name) : glob.IsDeep ? !IsHidden(name) : glob.CanLeadInto(below);
                    found |= goesDown && Walk(path, below, glob);
                }
                else if (IsMeant(name, below, glob))
                {
                    if (Endings.IsAboutItsFolder(name))
                    {
                        _troubles.Add((path, DiagnosticCode.PassedOver.For(path)));
                        continue;
                    }

                    AddFile(path, isNamed: false);
                    found = true;
                }
            }

            return found;
        }
        finally
        {
            _foldersAbove.Remove(real);
        }
    }

    private static bool IsMeant(string name, string[] relative, Glob? glob)
    {
        return glob is null
            ? !IsHidden(name) && Endings.AreReadable(name)
            : glob.Matches(relative) && (!glob.LeavesEndingOpen || Endings.AreReadable(name));
    }

    private string[] NamesIn(string folder, string location)
    {
        try
        {
            string[] names = [.. Directory.EnumerateFileSystemEntries(location).Select(static path => Path.GetFileName(path))];
            Array.Sort(names, StringComparer.Ordinal);
            return names;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            _troubles.Add((folder, DiagnosticCode.Unreadable.For(folder, Failure.Say(failure))));
            return [];
        }
    }

    private void AddFile(string name, bool isNamed)
    {
        string real = RealPath.Of(name);
        if (!_filesByRealPath.TryGetValue(real, out InputFile? known))
        {
            _filesByRealPath.Add(real, new InputFile(name, name, isNamed));
        }
        else if (string.CompareOrdinal(name, known.Name) < 0 || (isNamed && !known.IsNamed))
        {
            string first = string.CompareOrdinal(name, known.Name) < 0 ? name : known.Name;
            _filesByRealPath[real] = new InputFile(first, first, isNamed || known.IsNamed);
        }
    }

    // A link that leads nowhere is there, and is then reported as unreadable.
    private static bool Exists(string name) => name.Length > 0 && (File.Exists(name) || new FileInfo(name).LinkTarget is not null);

    private static bool IsHidden(string name) => name.StartsWith('.');
}
