using System.Text;
using Entente.Analysis.Text;

namespace Entente.Fuzz;

/// <summary>A user's register of outlets: each row is listed or passed over with a reason, and what is listed is found by its name.</summary>
internal static class OutletRows
{
    public static string? Broken(byte[] rows)
    {
        string text = Encoding.UTF8.GetString(rows);
        List<(int Row, string Objection)> rejected = [];
        OutletRegister register = OutletRegister.Parse(new StringReader(text), rejected);
        OutletRegister both = OutletRegister.Shipped.With(register);
        List<string> lines = [];
        using (StringReader reader = new(text))
        {
            while (reader.ReadLine() is { } line)
            {
                lines.Add(line);
            }
        }

        int written = lines.Count(l => l.Length > 0 && l[0] != '#' && !string.IsNullOrWhiteSpace(l));
        if (register.Count + rejected.Count != written)
        {
            return $"{written} rows, {register.Count} listed, {rejected.Count} passed over";
        }

        HashSet<int> passedOver = [.. rejected.Select(r => r.Row)];
        for (int i = 0; i < lines.Count; i++)
        {
            string name = lines[i].Split('\t')[0];
            if (lines[i].Length > 0 && lines[i][0] != '#' && !string.IsNullOrWhiteSpace(lines[i]) && !passedOver.Contains(i + 1) && both.TryFindByName(name) is null)
            {
                return $"row {i + 1} is listed and not found by its name";
            }
        }

        return null;
    }
}
