namespace Entente.Reading.Inputs;

/// <summary>Where a path leads once every link in it has been followed: what makes two names one file.</summary>
internal static class RealPath
{
    // As the kernel's own limit (ELOOP).
    private const int MostLinks = 40;

    public static string Of(string path)
    {
        string full = Path.GetFullPath(path);
        string root = Path.GetPathRoot(full) ?? "/";
        Stack<string> rest = new();
        PushParts(rest, full[root.Length..]);
        string real = root;
        int links = 0;
        while (rest.TryPop(out string? part))
        {
            string next = Path.Combine(real, part);
            string? target = links < MostLinks ? TargetOf(next) : null;
            if (target is null)
            {
                real = next;
                continue;
            }

            links++;
            string resolved = Path.GetFullPath(target, real);
            real = Path.GetPathRoot(resolved) ?? "/";
            PushParts(rest, resolved[real.Length..]);
        }

        return real;
    }

    private static string? TargetOf(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void PushParts(Stack<string> rest, string relative)
    {
        string[] parts = relative.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        for (int i = parts.Length - 1; i >= 0; i--)
        {
            rest.Push(parts[i]);
        }
    }
}
