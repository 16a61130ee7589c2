using Entente.Analysis.Text;

namespace Entente.Reading.PlainText;

/// <summary>What a text says about who published it, weighed at the end: a masthead first, then its own mark, then its copyright line.</summary>
/// <remarks>A passing mention is none, nor is an agency in a dateline or the source of a reprint: they are credits.</remarks>
internal sealed class OutletEvidence(OutletRegister outlets)
{
    private readonly List<string> _mastheads = [];
    private readonly List<(string Name, bool AtEnd)> _bylines = [];
    private readonly List<string> _owners = [];
    private readonly List<string> _originals = [];
    private string? _dateword;

    /// <summary>Whether a byline stood above the report: one below it then adds no author.</summary>
    public bool HasTopByline { get; set; }

    public void AddMasthead(string name) => _mastheads.Add(name);

    public void AddByline(string name, bool atEnd) => _bylines.Add((name, atEnd));

    public void AddDateword(string name) => _dateword = name;

    /// <summary>Notes who is named as owner or as original source.</summary>
    public void AddRights(ReadOnlySpan<char> line)
    {
        foreach (string opening in (ReadOnlySpan<string>)
            ["source of this article is", "originally published by", "originally published in", "originally published on", "first published by", "first published in", "first appeared in", "first appeared on", "republished from", "reprinted from", "original source:"])
        {
            int at = line.IndexOf(opening, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
            {
                ReadOnlySpan<char> name = line[(at + opening.Length)..].Trim(" :\u00A0");
                _originals.Add(UpToEnd(name).ToString());
            }
        }

        int sign = line.IndexOf('©');
        if (sign < 0)
        {
            sign = line.IndexOf("Copyright", StringComparison.OrdinalIgnoreCase) is int word and >= 0 ? word + "Copyright".Length - 1 : -1;
        }

        if (sign >= 0 && line.Length < 300)
        {
            ReadOnlySpan<char> owner = line[(sign + 1)..].TrimStart(" 0123456789-–,:©\u00A0");
            owner = owner.StartsWith("Copyright", StringComparison.OrdinalIgnoreCase) ? owner["Copyright".Length..].TrimStart(" 0123456789-–,:\u00A0") : owner;
            owner = owner.StartsWith("by ", StringComparison.OrdinalIgnoreCase) ? owner[3..] : owner;
            owner = UpToEnd(owner);
            if (!owner.IsEmpty && NameForms.IsCapitalised(owner, 6))
            {
                _owners.Add(owner.ToString());
            }
        }
    }

    /// <summary>The publisher's name; null where nothing states it.</summary>
    public string? Decide(IReadOnlyList<string> authors)
    {
        foreach (string name in _mastheads)
        {
            if (!Contains(authors, name) && !IsOriginal(name))
            {
                return name;
            }
        }

        foreach (string name in _mastheads)
        {
            if (!IsOriginal(name))
            {
                return name;
            }
        }

        if (_dateword is { } mark && !IsOriginal(mark) && (IsListed(mark) || Contains(authors, mark) || Contains(_owners, mark) || _bylines.Exists(b => Same(b.Name, mark))))
        {
            return mark;
        }

        foreach ((string name, _) in _bylines)
        {
            if (!IsOriginal(name) && (IsListed(name) || OutletRegister.IsOutletLike(name) || Contains(_owners, name)))
            {
                return name;
            }
        }

        foreach (string name in _owners)
        {
            // An agency keeps its copyright in every paper that prints it: the line tells the source, not the publisher.
            if (outlets.TryFindByName(name) is { } listed && outlets.IsAgency(listed))
            {
                continue;
            }

            // A copyright line may name a person; an unknown name of two or three words could be one.
            bool isOutlet = IsListed(name) || OutletRegister.IsOutletLike(name) || LineForms.CountWords(name) is 1 or > 3;
            if (isOutlet && !IsOriginal(name) && !Contains(authors, name))
            {
                return name;
            }
        }

        return null;
    }

    private bool IsListed(string name) => outlets.TryFindByName(name) is not null;

    private bool IsOriginal(string name) => Contains(_originals, name);

    private bool Contains(IReadOnlyList<string> names, string name)
    {
        foreach (string other in names)
        {
            if (Same(other, name))
            {
                return true;
            }
        }

        return false;
    }

    private bool Same(string one, string other) =>
        one.Equals(other, StringComparison.OrdinalIgnoreCase)
        || (outlets.TryFindByName(one) is { } listed && listed == outlets.TryFindByName(other));

    private static ReadOnlySpan<char> UpToEnd(ReadOnlySpan<char> words)
    {
        int end = words.IndexOfAny(",.;|\n");
        ReadOnlySpan<char> name = end < 0 ? words : words[..end];
        int rights = name.IndexOf("All rights", StringComparison.OrdinalIgnoreCase);
        name = rights >= 0 ? name[..rights] : name;
        int under = name.IndexOf(" under ", StringComparison.Ordinal);
        return (under > 0 ? name[..under] : name).TrimEnd(" 0123456789-–()\u00A0");
    }
}
