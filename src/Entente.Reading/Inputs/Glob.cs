namespace Entente.Reading.Inputs;

/// <summary>A path with <c>*</c>, <c>?</c> or <c>**</c> in it. <c>*</c> and <c>?</c> stay inside one part of the path, <c>**</c> spans any number of folders.</summary>
/// <remarks>Expanded here and not by the shell, so that a pile means the same on every machine. A hidden name is matched only by a part that starts with a dot.</remarks>
internal sealed class Glob
{
    private readonly string[] _parts;

    private Glob(string folder, string[] parts)
    {
        Folder = folder;
        _parts = parts;
    }

    /// <summary>The folder before the first part with a wildcard; empty is the current one.</summary>
    public string Folder { get; }

    /// <summary>Whether the pattern leaves the ending open, as <c>pile/*</c> does, so that only readable endings are meant.</summary>
    public bool LeavesEndingOpen => !_parts[^1].Contains('.', StringComparison.Ordinal);

    /// <summary>Whether it reaches into folders of any depth.</summary>
    public bool IsDeep => Array.IndexOf(_parts, "**") >= 0;

    /// <summary>Whether a folder at this path below <see cref="Folder"/> can hold a match of a pattern without <c>**</c>.</summary>
    public bool CanLeadInto(ReadOnlySpan<string> relative)
    {
        if (relative.Length >= _parts.Length)
        {
            return false;
        }

        for (int i = 0; i < relative.Length; i++)
        {
            if (!MatchesName(_parts[i], relative[i]))
            {
                return false;
            }
        }

        return true;
    }

    public static bool HasWildcard(string path) => path.AsSpan().IndexOfAny('*', '?') >= 0;

    public static Glob Parse(string pattern)
    {
        string[] parts = pattern.Split('/');
        int first = Array.FindIndex(parts, HasWildcard);
        string folder = string.Join('/', parts[..first]);
        if (folder.Length == 0 && first > 0)
        {
            folder = "/";
        }

        return new Glob(folder, parts[first..]);
    }

    /// <param name="relative">A path below <see cref="Folder"/>, split into its parts.</param>
    public bool Matches(ReadOnlySpan<string> relative)
    {
        // Two-row dynamic programme over (pattern part, path part): no backtracking, whatever the number of **.
        bool[] before = new bool[relative.Length + 1];
        bool[] now = new bool[relative.Length + 1];
        before[0] = true;
        foreach (string part in _parts)
        {
            now[0] = part == "**" && before[0];
            for (int i = 1; i <= relative.Length; i++)
            {
                string name = relative[i - 1];
                now[i] = part == "**"
                    ? before[i] || (now[i - 1] && name[0] != '.')
                    : before[i - 1] && MatchesName(part, name);
            }

            (before, now) = (now, before);
        }

        // A trailing ** means every file below.
        return before[relative.Length];
    }

    /// <summary>Wildcards inside one name; linear but for restarts at the last <c>*</c>.</summary>
    public static bool MatchesName(string pattern, string name)
    {
        if (name.StartsWith('.') && !pattern.StartsWith('.'))
        {
            return false;
        }

        int p = 0;
        int n = 0;
        int star = -1;
        int resume = 0;
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                resume = n;
            }
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == name[n]))
            {
                p++;
                n++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                n = ++resume;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
        {
            p++;
        }

        return p == pattern.Length;
    }
}
