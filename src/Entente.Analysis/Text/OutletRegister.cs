using System.Text;

namespace Entente.Analysis.Text;

/// <summary>Names, aliases, web domains and publisher families of news outlets and agencies.</summary>
/// <remarks>
/// A name that is not in the register is still an outlet where its form says so ("… Gazette", "… news agency").
/// Look-ups disregard case, a leading article, diacritics, spaces and punctuation: "Zerohedge" is Zero Hedge. Only names that
/// mean one outlet wherever they stand are listed; "the Post" and "the Times" are not.
/// </remarks>
public sealed class OutletRegister
{
    private const string ShippedResource = "Text/Languages/en/outlets.tsv";

    private const int Columns = 6;
    private const int LongestRow = 4096;

    /// <summary>What follows a name to say what it names; tried away when the whole is not listed.</summary>
    private static readonly string[] s_descriptors =
    [
        "news agency", "press agency", "state agency", "agency", "newswire", "wire service", "news service", "tv channel", "news channel",
        "television channel", "channel", "television", "tv network", "news network", "network", "tv station", "news website", "news site",
        "website", "newspaper", "daily newspaper", "magazine", "daily", "online", "news",
    ];

    /// <summary>A name ending in one of these is an outlet's, whoever owns it.</summary>
    private static readonly HashSet<string> s_outletWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "Gazette", "Gazetteer", "Gazeta", "Times", "Post", "Herald", "Ledger", "Reporter", "News", "TV", "Television", "Radio", "Newswire",
        "Newsline", "Newsdesk", "Tribune", "Courier", "Kurier", "Observer", "Chronicle", "Daily", "Weekly", "Wire", "Monitor", "Bulletin",
        "Dispatch", "Journal", "Mirror", "Telegraph", "Examiner", "Inquirer", "Enquirer", "Sentinel", "Review",
        "Digest", "Mail", "Argus", "Advertiser", "Today", "Briefs", "Newsletter", "Magazine", "Press", "Online", "Broadcasting",
        "Broadcaster", "Noticias", "Prensa", "Cotidiano", "Zeitung", "Tageblatt", "Rundschau", "Beacon", "Banner", "Messenger", "Echo",
        "Dagblad", "Diario", "Jornal", "Giornale", "Corriere", "Pravda", "Novosti", "Vesti", "Khabar", "Akhbar", "Hürriyet", "Flash",
        "Notes", "Blog", "Newspaper", "Newsroom", "Press Service", "Informa", "Alert", "Note", "Evening Sheet", "Almanac", "Intelligencer",
        "Newsweek", "Brief", "Briefing", "Business Letter", "Business Day", "Morning Call", "Listener", "Star", "Watch", "Window",
        "Packet", "Mercury", "Recorder", "Transcript", "Clarion", "Gleaner", "Bugle", "Courant", "Standard", "Citizen", "Express", "Record", "Register",
        "Week", "Weekend", "Insider", "Globe", "Independent", "Guardian", "Spectator", "Free Press", "Outlook",
    };

    /// <summary>Those of them that also end names of other bodies; alone they do not make an outlet.</summary>
    private static readonly HashSet<string> s_weakWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "Packet", "Mercury", "Recorder", "Transcript", "Standard", "Citizen", "Express", "Record", "Register",
        "Star", "Watch", "Window", "Week", "Weekend", "Outlook", "Brief", "Note", "Notes", "Alert",
        "Review", "Today", "Mail", "Banner", "Echo", "Flash", "Independent", "Listener", "Globe", "Post",
        "Monitor", "Observer", "Reporter", "Online", "Press", "Insider", "Guardian", "Briefing", "Digest", "Bulletin", "Magazine",
        "Newsletter", "Daily", "Weekly", "Wire", "Mirror", "Times", "Examiner", "Messenger", "Almanac", "Dispatch", "Blog", "Newsroom",
        "Newspaper", "News", "TV", "Television", "Radio", "Journal", "Telegraph", "Spectator", "Advertiser", "Press Service",
    };

    private static readonly Lazy<OutletRegister> s_shipped = new(LoadShipped);

    private readonly Dictionary<string, Outlet> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Outlet> _byDomain = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _agencies = new(StringComparer.Ordinal);

    /// <summary>The register that ships with the product.</summary>
    public static OutletRegister Shipped => s_shipped.Value;

    /// <summary>How many outlets are listed.</summary>
    public int Count { get; private set; }

    /// <summary>A register in the shipped one's form: name, aliases, domains (several parted by <c>|</c>), family, country, kind; tab-separated, <c>#</c> comments.</summary>
    /// <param name="rejected">Takes each row that is passed over: its number from 1, and what is wrong with it.</param>
    public static OutletRegister Parse(TextReader rows, ICollection<(int Row, string Objection)>? rejected = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        OutletRegister register = new();
        for (int number = 1; rows.ReadLine() is { } row; number++)
        {
            if (row.Length > 0 && row[0] != '#' && !string.IsNullOrWhiteSpace(row))
            {
                if (Objection(row) is { } objection)
                {
                    rejected?.Add((number, objection));
                }
                else
                {
                    register.Add(row);
                }
            }
        }

        return register;
    }

    private static string? Objection(string row)
    {
        string[] cells = row.Split('\t');
        return row.Length > LongestRow ? $"longer than {LongestRow} characters"
            : KeyOf(cells[0]).Length == 0 ? "no name in the first column"
            : cells.Length > Columns ? $"more than {Columns} columns"
            : null;
    }

    /// <summary>This register with the outlets of another, whose names, aliases and domains go before those listed here.</summary>
    public OutletRegister With(OutletRegister other)
    {
        ArgumentNullException.ThrowIfNull(other);
        OutletRegister extended = new() { Count = Count + other.Count };
        foreach (OutletRegister one in new[] { other, this })
        {
            extended._agencies.UnionWith(one._agencies);
            foreach ((string key, Outlet outlet) in one._byName)
            {
                extended._byName.TryAdd(key, outlet);
            }

            foreach ((string domain, Outlet outlet) in one._byDomain)
            {
                extended._byDomain.TryAdd(domain, outlet);
            }
        }

        return extended;
    }

    /// <summary>This register with more outlets, such as those of the pile being read; a name that is listed already keeps its meaning.</summary>
    /// <remarks>"Harbour Ledger Online" is also found as Harbour Ledger, "Radio Marea (website)" as Radio Marea.</remarks>
    public OutletRegister With(IEnumerable<Outlet> outlets)
    {
        ArgumentNullException.ThrowIfNull(outlets);
        OutletRegister extended = new() { Count = Count };
        extended._agencies.UnionWith(_agencies);
        foreach ((string key, Outlet outlet) in _byName)
        {
            extended._byName.Add(key, outlet);
        }

        foreach ((string domain, Outlet outlet) in _byDomain)
        {
            extended._byDomain.Add(domain, outlet);
        }

        foreach (Outlet outlet in outlets)
        {
            if (outlet.Name is not { } name || extended.TryFindByName(name) is not null)
            {
                continue;
            }

            extended.Count++;
            extended.AddName(name, outlet);
            int bracket = name.IndexOf(" (", StringComparison.Ordinal);
            string bare = bracket > 0 ? name[..bracket] : name;
            extended.AddName(bare, outlet);
            if (WithoutDescriptor(bare) is { } shorter && shorter.Contains(' ', StringComparison.Ordinal))
            {
                extended.AddName(shorter, outlet);
            }

            if (outlet.Domain is { } domain)
            {
                extended._byDomain.TryAdd(domain, outlet);
            }
        }

        return extended;
    }

    /// <summary>The outlet that <paramref name="name"/> means, spelling and articles aside; null when it is not listed.</summary>
    public Outlet? TryFindByName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return TryFindExactly(name) ?? (WithoutDescriptor(name) is { Length: > 0 } bare ? TryFindExactly(bare) : null);
    }

    /// <summary>The outlet at a host name such as <c>www.example.org</c>; null when it is not listed.</summary>
    public Outlet? TryFindByDomain(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        int port = host.LastIndexOf(':');
        string labels = (port < 0 ? host : host[..port]).TrimEnd('.');
        while (true)
        {
            if (_byDomain.TryGetValue(labels, out Outlet? found))
            {
                return found;
            }

            int dot = labels.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0 || labels.IndexOf('.', dot + 1) < 0)
            {
                return null;
            }

            labels = labels[(dot + 1)..];
        }
    }

    /// <summary>Whether an outlet is a news agency: others print its texts under its name.</summary>
    public bool IsAgency(Outlet outlet)
    {
        ArgumentNullException.ThrowIfNull(outlet);
        return outlet.Name is { } name && _agencies.Contains(name);
    }

    /// <summary>Whether the form of a capitalised name alone says that it is an outlet's: "Harbour Gazette", "Orlan news agency".</summary>
    public static bool IsOutletLike(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string[] words = name.Split((char[])[' ', '-', '\u00A0'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length is 0 or > 7 || !char.IsUpper(FirstLetterOf(words[0])))
        {
            return false;
        }

        string bare = WithoutDescriptor(name);
        if (bare.Length > 0 && bare.Length < name.Length && !name.EndsWith(" Agency", StringComparison.Ordinal)
            && !name.EndsWith(" Network", StringComparison.Ordinal) && !name.EndsWith(" Channel", StringComparison.Ordinal))
        {
            return true;
        }

        if (IsDomainLike(name))
        {
            return true;
        }

        string last = words[^1].TrimEnd('.', ',', ')');
        string lastTwo = words.Length > 1 ? words[^2] + " " + last : last;
        bool named = s_outletWords.Contains(last) || s_outletWords.Contains(lastTwo);
        int ownWords = words.Length - (words[0].Equals("the", StringComparison.OrdinalIgnoreCase) ? 1 : 0);
        if (named && char.IsUpper(last[0]) && (ownWords > 1 || !s_weakWords.Contains(last)))
        {
            return true;
        }

        // "Radio Marea", "Agencia Oriente", "Diario del Sur": the kind comes first in the Romance languages.
        return words.Length > 1 && words[0] is "Radio" or "Agencia" or "Agência" or "Agence" or "Agenzia" or "Diario" or "Diário" or "Jornal"
            or "Gazeta" or "Televisión" or "Televisão" or "Noticias" or "Channel" or "Télé" && words.Length > 1;
    }

    /// <summary>"courier.example", "gazette.com": a name that is an address.</summary>
    private static bool IsDomainLike(string name)
    {
        int dot = name.LastIndexOf('.');
        return dot > 1 && !name.Contains(' ', StringComparison.Ordinal) && name.Length - dot - 1 is >= 2 and <= 7
            && !name.AsSpan(dot + 1).ContainsAnyExceptInRange('a', 'z');
    }

    private static char FirstLetterOf(string word)
    {
        foreach (char c in word)
        {
            if (char.IsLetterOrDigit(c))
            {
                return char.IsDigit(c) ? 'A' : c;
            }
        }

        return ' ';
    }

    /// <summary>The name with "news agency", "TV channel" and the like taken off its end; empty when nothing else is left.</summary>
    internal static string WithoutDescriptor(string name)
    {
        foreach (string descriptor in s_descriptors)
        {
            if (name.Length > descriptor.Length && name[name.Length - descriptor.Length - 1] is ' ' or '\u00A0'
                && name.EndsWith(descriptor, StringComparison.OrdinalIgnoreCase))
            {
                return name[..(name.Length - descriptor.Length - 1)].TrimEnd();
            }
        }

        return name;
    }

    private static OutletRegister LoadShipped()
    {
        using Stream data = typeof(OutletRegister).Assembly.GetManifestResourceStream(ShippedResource)
            ?? throw new InvalidOperationException($"{ShippedResource} is not in the assembly.");
        using StreamReader rows = new(data, Encoding.UTF8);
        return Parse(rows);
    }

    private void Add(string row)
    {
        string[] cells = row.Split('\t');
        string[] domains = Cell(cells, 2).Split('|', StringSplitOptions.RemoveEmptyEntries);
        string family = Cell(cells, 3);
        Outlet outlet = new(cells[0], domains.Length > 0 ? domains[0] : null, family.Length > 0 ? family : null);
        Count++;
        AddName(outlet.Name!, outlet);
        if (Cell(cells, 5) == "agency")
        {
            _agencies.Add(outlet.Name!);
        }

        foreach (string alias in Cell(cells, 1).Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            AddName(alias, outlet);
        }

        foreach (string domain in domains)
        {
            _byDomain.TryAdd(domain, outlet);
        }
    }

    private void AddName(string name, Outlet outlet)
    {
        if (KeyOf(name) is { Length: > 0 } key)
        {
            _byName.TryAdd(key, outlet);
        }
    }

    private Outlet? TryFindExactly(string name)
    {
        string key = KeyOf(name);
        return key.Length == 0 ? null : _byName.GetValueOrDefault(key);
    }

    private static string Cell(string[] cells, int index) => index < cells.Length ? cells[index] : "";

    /// <summary>Letters and digits only, lower case, without diacritics or a leading "the".</summary>
    internal static string KeyOf(string name)
    {
        ReadOnlySpan<char> own = name.AsSpan().Trim();
        if (own.StartsWith("the ", StringComparison.OrdinalIgnoreCase))
        {
            own = own[4..];
        }

        // A letter may be folded to two.
        Span<char> key = own.Length <= 128 ? stackalloc char[2 * own.Length] : new char[2 * own.Length];
        int length = 0;
        foreach (char c in own)
        {
            if (char.IsLetterOrDigit(c))
            {
                length += Letters.Fold(c, key[length..]);
            }
            else if (c == '&')
            {
                key[length++] = '&';
            }
        }

        return new string(key[..length]);
    }
}
