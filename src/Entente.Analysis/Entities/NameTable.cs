using Entente.Analysis.Text;

namespace Entente.Analysis.Entities;

/// <summary>Names that mean one thing by public knowledge and cannot be inferred from each other: ISIS and Daesh, Burma and Myanmar.</summary>
internal static class NameTable
{
    private static readonly Lazy<Dictionary<string, string>> s_usual = new(Load);

    /// <summary>The usual name of what <paramref name="name"/> means; null where the tables do not have it.</summary>
    public static string? UsualName(string name) => s_usual.Value.GetValueOrDefault(name) ?? (WithoutForm(name) is { } country ? s_usual.Value.GetValueOrDefault(country) : null);

    private static readonly Lazy<HashSet<string>> s_countries = new(() => [.. DataFile.Rows("Entities/Gazetteers/countries.tsv").SelectMany(r => r[1].Split('|'))]);

    /// <summary>Whether a name is a state's. Two reports are not about one matter because both name a country.</summary>
    public static bool IsCountry(string name) => s_countries.Value.Contains(name) || WithoutForm(name) is not null;

    /// <summary>"Oman" for "Sultanate of Oman"; null for what is no listed country with its form of state. An Islamic State or Emirate of a country is a body that claims it.</summary>
    private static string? WithoutForm(string name)
    {
        int of = name.IndexOf(" of ", StringComparison.Ordinal);
        if (of < 0)
        {
            return null;
        }

        int space = name.LastIndexOf(' ', of - 1);
        string country = name[(of + 4)..];
        country = country.StartsWith("the ", StringComparison.Ordinal) ? country[4..] : country;
        return (Gazetteer.Shipped.KindsOf(Gazetteer.Key(name.AsSpan(space + 1, of - space - 1))) & NameKinds.StateForm) != 0
            && (space < 0 || name.AsSpan(space + 1, of - space - 1) is not ("State" or "Emirate" or "Caliphate"))
            && s_countries.Value.Contains(country) ? country : null;
    }

    private static readonly Lazy<HashSet<string>> s_platforms = new(() => [.. DataFile.Rows("Entities/Gazetteers/bodies.tsv").Where(r => r[0] == "platform").SelectMany(r => r[1].Split('|'))]);

    /// <summary>Whether a name is that of a place where everyone writes and shows pictures, which reports of any matter name.</summary>
    public static bool IsPlatform(string name) => s_platforms.Value.Contains(name);

    private static Dictionary<string, string> Load()
    {
        Dictionary<string, string> usual = new(StringComparer.Ordinal);
        foreach ((string file, int column) in new[] { ("Entities/Gazetteers/bodies.tsv", 1), ("Entities/Gazetteers/countries.tsv", 1) })
        {
            foreach (string[] row in DataFile.Rows(file))
            {
                string[] names = row[column].Split('|');
                foreach (string name in names)
                {
                    // A name that two rows share (RSF) means neither for certain.
                    usual[name] = usual.ContainsKey(name) ? "" : names[0];
                }
            }
        }

        return usual.Where(u => u.Value.Length > 0).ToDictionary(u => u.Key, u => u.Value, StringComparer.Ordinal);
    }
}
