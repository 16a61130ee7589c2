using System.Runtime.InteropServices;
using Entente.Analysis.Text;

namespace Entente.Analysis.Entities;

/// <summary>Names and nouns that ship with the product, found as runs of tokens.</summary>
/// <remarks>Words are compared small and without diacritics, but a name written wholly in capitals (WHO, IS) only with its like: "who" is no body.
/// Immutable; lookups allocate nothing.</remarks>
internal sealed class Gazetteer
{
    /// <summary>A longer name is not listed.</summary>
    public const int LongestName = 8;

    private const int CityPeople = 200;
    private const ulong Capitals = 0x9E37_79B9_7F4A_7C15;

    private static readonly Lazy<Gazetteer> s_shipped = new(Load);

    private static readonly System.Buffers.SearchValues<char> s_letters = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private readonly Dictionary<ulong, Entry> _entries = new(150_000);
    private readonly List<Token> _tokens = [];

    private struct Entry
    {
        public NameKinds Kinds;

        /// <summary>The length of the longest listed name that begins so, in tokens.</summary>
        public byte Longest;
    }

    public static Gazetteer Shipped => s_shipped.Value;

    /// <summary>What one token is, whatever stands beside it.</summary>
    public NameKinds KindsOf(ulong key) => _entries.GetValueOrDefault(key).Kinds;

    /// <summary>What the tokens with these keys are together, and how long the longest listed name that begins with them is.</summary>
    public (NameKinds Kinds, int Longest) Find(ReadOnlySpan<ulong> keys)
    {
        Entry entry = _entries.GetValueOrDefault(KeyOf(keys));
        return (entry.Kinds, entry.Longest);
    }

    /// <summary>The key of one word: small letters without diacritics, full stops left out.</summary>
    public static ulong Key(ReadOnlySpan<char> word)
    {
        ulong hash = WordHash.Empty;
        Span<char> folded = stackalloc char[2];
        foreach (char c in word)
        {
            if (c is '.' || Letters.IsCombiningMark(c))
            {
                continue;
            }

            int count = Letters.Fold(c is '’' or 'ʻ' or '‘' ? '\'' : c, folded);
            for (int i = 0; i < count; i++)
            {
                hash = WordHash.Append(hash, folded[i]);
            }
        }

        return WordHash.Mix(hash);
    }

    /// <summary>The key of a word of capitals as such, beside <see cref="Key"/>; 0 where it is not one.</summary>
    public static ulong CapitalsKey(ReadOnlySpan<char> word, ulong key) => IsCapitals(word) ? WordHash.Mix(key ^ Capitals) : 0;

    /// <summary>Two letters or more and none of them small.</summary>
    public static bool IsCapitals(ReadOnlySpan<char> word)
    {
        int letters = 0;
        foreach (char c in word)
        {
            if (char.IsLower(c))
            {
                return false;
            }

            letters += char.IsUpper(c) ? 1 : 0;
        }

        return letters >= 2;
    }

    private static ulong KeyOf(ReadOnlySpan<ulong> keys)
    {
        ulong hash = keys[0];
        for (int i = 1; i < keys.Length; i++)
        {
            hash = WordHash.Mix((hash * 31) + keys[i]);
        }

        return hash;
    }

    private static Gazetteer Load()
    {
        Gazetteer gazetteer = new();
        foreach (string[] row in DataFile.Rows("Entities/Gazetteers/countries.tsv"))
        {
            foreach (string name in row[1].Split('|'))
            {
                gazetteer.Add(name, NameKinds.Country);
            }

            foreach (string word in row[2].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                gazetteer.Add(word, NameKinds.Demonym);
            }

            gazetteer.Add(row[3], NameKinds.Capital);
        }

        foreach (string[] row in DataFile.Rows("Entities/Gazetteers/cities.tsv"))
        {
            gazetteer.Add(row[0], int.Parse(row[4], System.Globalization.CultureInfo.InvariantCulture) >= CityPeople ? NameKinds.City : NameKinds.Town);
        }

        foreach (string[] row in DataFile.Rows("Entities/Gazetteers/regions.tsv"))
        {
            gazetteer.Add(row[0], NameKinds.Region);
        }

        foreach (string[] row in DataFile.Rows("Entities/Gazetteers/bodies.tsv"))
        {
            foreach (string name in row[1].Split('|'))
            {
                gazetteer.Add(name, NameKinds.Body);
            }
        }

        foreach (string[] row in DataFile.Rows("Entities/Gazetteers/peoples.tsv"))
        {
            foreach (string word in row[1].Split(' '))
            {
                gazetteer.Add(word.Replace('_', ' '), NameKinds.People);
            }
        }

        foreach (string[] row in DataFile.Rows("Entities/Gazetteers/given-names.tsv"))
        {
            gazetteer.Add(row[0], NameKinds.GivenName);
        }

        foreach (string[] row in DataFile.Rows("Entities/Gazetteers/surnames.tsv"))
        {
            gazetteer.Add(row[0], NameKinds.Surname);
        }

        foreach (string[] row in DataFile.Rows("Entities/Gazetteers/known-names.tsv"))
        {
            gazetteer.Add(row[0], row[1] switch
            {
                "place" => NameKinds.KnownPlace,
                "person" => NameKinds.KnownPerson,
                "organisation" => NameKinds.KnownOrganisation,
                "facility" => NameKinds.KnownFacility,
                _ => NameKinds.KnownEvent,
            });
        }

        foreach (string[] row in DataFile.Rows("Entities/Gazetteers/heads.tsv"))
        {
            gazetteer.Add(row[0], row[1] switch
            {
                "person" => NameKinds.PersonNoun,
                "organisation" => NameKinds.OrganisationNoun,
                "facility" => NameKinds.FacilityNoun,
                "place" => NameKinds.PlaceNoun,
                "vehicle" => NameKinds.VehicleNoun,
                _ => NameKinds.EventNoun,
            });
        }

        foreach (string[] row in DataFile.Rows("Entities/Gazetteers/marks.tsv"))
        {
            NameKinds kind = row[0] switch { "title" => NameKinds.Title, "firm" => NameKinds.FirmMark, "common" => NameKinds.CommonNoun, "adjective" => NameKinds.CommonAdjective, "stateform" => NameKinds.StateForm, _ => NameKinds.NameParticle };
            foreach (string word in row[1].Split(' '))
            {
                gazetteer.Add(word, kind);
            }
        }

        foreach (string[] row in DataFile.Rows("Text/Languages/en/outlets.tsv"))
        {
            gazetteer.Add(row[0], NameKinds.Outlet);
            foreach (string name in row[1].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                gazetteer.Add(name, NameKinds.Outlet);
            }
        }

        return gazetteer;
    }

    private void Add(string name, NameKinds kind)
    {
        // Most names are one word of letters, which the tokeniser would leave whole.
        if (!name.AsSpan().ContainsAnyExcept(s_letters))
        {
            ulong key = Key(name);
            if (IsCapitals(name))
            {
                At(CapitalsKey(name, key)).Kinds |= kind;
                return;
            }

            ref Entry word = ref At(key);
            word.Kinds |= kind;
            word.Longest = Math.Max(word.Longest, (byte)1);
            return;
        }

        _tokens.Clear();
        Tokenizer.Tokenize(name, new TextSpan(0, name.Length), _tokens);
        if (_tokens.Count is 0 or > LongestName)
        {
            return;
        }

        ReadOnlySpan<char> first = _tokens[0].Span.In(name);
        if (_tokens.Count == 1 && IsCapitals(first))
        {
            At(CapitalsKey(first, Key(first))).Kinds |= kind;
            return;
        }

        Span<ulong> keys = stackalloc ulong[LongestName];
        for (int i = 0; i < _tokens.Count; i++)
        {
            keys[i] = Key(_tokens[i].Span.In(name));
            ref Entry entry = ref At(KeyOf(keys[..(i + 1)]));
            entry.Longest = (byte)Math.Max(entry.Longest, _tokens.Count);
            if (i == _tokens.Count - 1)
            {
                entry.Kinds |= kind;
            }
        }
    }

    private ref Entry At(ulong key) => ref CollectionsMarshal.GetValueRefOrAddDefault(_entries, key, out _)!;
}
