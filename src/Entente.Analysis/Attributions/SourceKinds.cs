using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

/// <summary>What kind of speaker a noun phrase names, judged from its own words.</summary>
internal static class SourceKinds
{
    public static SourceKind Of(Document document, Line line, int from, int to)
    {
        if (to - from == 1 && line.Function(from) is "pronoun" or "object")
        {
            return SourceKind.Pronoun;
        }

        int head = Head(line, from, to);
        string? noun = Vocabulary.Speaker(line.Word(head));
        int firstWord = line.Function(from) == "determiner" ? from + 1 : from;
        if (firstWord < to && IsOutlet(document, line, firstWord, head + 1))
        {
            return SourceKind.Outlet;
        }

        if (noun is "document")
        {
            return SourceKind.Document;
        }

        if (noun is "outlet")
        {
            return SourceKind.Outlet;
        }

        bool named = IsPersonalName(line, from, to, head);
        if (noun is "body" || (char.IsUpper(line.First(head)) && NamesBody(line, from, head)))
        {
            return SourceKind.Body;
        }

        if (named)
        {
            return SourceKind.Person;
        }

        bool indefinite = line.Function(from) != "determiner" || line.Word(from) is not ("the" or "The" or "his" or "His" or "her" or "Her" or "its" or "Its" or "their" or "Their" or "our" or "my");
        bool possessed = false;
        for (int i = from; i < head; i++)
        {
            possessed |= line.IsPossessive(i);
        }

        return noun switch
        {
            "voice" => line.Word(head).EndsWith("men") || line.Word(head) is [.., 's'] ? SourceKind.Anonymous : SourceKind.Person,
            "role" when !line.Word(head).EndsWith("s") || line.Word(head) is "boss" => indefinite && !possessed && !IsBareOffice(line, from, head) ? SourceKind.Anonymous : SourceKind.Person,
            // "the monsignor": one definite person, whatever the word means.
            null when !indefinite && !line.Word(head).EndsWith("s") => SourceKind.Person,
            _ => SourceKind.Anonymous,
        };
    }

    /// <summary>Whether the phrase names a person by name.</summary>
    public static bool IsPerson(Line line, int from, int to)
    {
        int head = Head(line, from, to);
        return IsPersonalName(line, from, to, head) && !NamesBody(line, from, head);
    }

    /// <summary>"prime minister", "Iraqi defence minister": an office that one person holds needs no article.</summary>
    private static bool IsBareOffice(Line line, int from, int head) =>
        line.Function(from) is null && line.Word(head) is "president" or "minister" or "premier" or "chancellor" or "mayor" or "governor" or "secretary" or "king" or "queen" or "pope" or "head" or "chief";

    /// <summary>The last word before "of …", "for …" or a comma.</summary>
    private static int Head(Line line, int from, int to)
    {
        int head = from;
        for (int i = from; i < to; i++)
        {
            if (line.IsComma(i) || (i > from && line.Function(i) == "preposition" && !line.IsName(i)))
            {
                break;
            }

            if (line.IsWord(i) && line.Function(i) is null && !line.IsPossessive(i) && !(i + 1 < to && line.IsHyphen(i + 1) && i + 2 < to))
            {
                head = i;
            }
        }

        return head;
    }

    private static bool IsPersonalName(Line line, int from, int to, int head)
    {
        if (line.IsName(head))
        {
            return !Vocabulary.IsPlace(line.Word(head)) && Vocabulary.Speaker(line.Word(head)) is null;
        }

        // "the head of the unit, Ulan Mambetaliev": the name follows as apposition.
        for (int i = from; i < to; i++)
        {
            if (line.IsComma(i))
            {
                for (int k = i + 1; k < to; k++)
                {
                    if (!line.IsName(k) && !line.IsHyphen(k))
                    {
                        return false;
                    }
                }

                return i + 1 < to;
            }
        }

        return false;
    }

    private static bool NamesBody(Line line, int from, int head)
    {
        ReadOnlySpan<char> last = line.Word(head);
        bool alone = head == from || (head == from + 1 && line.Function(from) == "determiner");
        bool capitals = last.Length is >= 2 and <= 6;
        foreach (char c in last)
        {
            capitals &= char.IsUpper(c) || c == '.';
        }

        if (alone && (capitals || Vocabulary.IsPlace(last)))
        {
            return true;
        }

        for (int i = from; i <= head; i++)
        {
            if (char.IsUpper(line.First(i)) && Vocabulary.Speaker(line.Word(i)) == "body")
            {
                return i == head || !HasRoleAfter(line, i, head);
            }
        }

        return false;
    }

    /// <summary>"Foreign Ministry spokesman X": the body is only where the person belongs.</summary>
    private static bool HasRoleAfter(Line line, int i, int head)
    {
        for (int k = i + 1; k <= head; k++)
        {
            if (Vocabulary.Speaker(line.Word(k)) is "role" or "voice" or "source")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOutlet(Document document, Line line, int from, int to)
    {
        if (to <= from)
        {
            return false;
        }

        if (Vocabulary.Speaker(line.Word(to - 1)) == "outlet" && line.IsName(from))
        {
            return true;
        }

        if (to - from >= 3 && line.Is(to - 2, "news") && line.Is(to - 1, "agency"))
        {
            return true;
        }

        if (!line.IsName(from))
        {
            return false;
        }

        string name = line.Text(from, to);
        foreach (Credit credit in document.Credits)
        {
            if (SameName(credit.Outlet, name))
            {
                return true;
            }
        }

        return OutletRegister.Shipped.TryFindByName(name) is not null;
    }

    /// <summary>"Newswire Nine" and "NewswireNine".</summary>
    private static bool SameName(string one, string other)
    {
        int i = 0, j = 0;
        while (true)
        {
            while (i < one.Length && !char.IsLetterOrDigit(one[i]))
            {
                i++;
            }

            while (j < other.Length && !char.IsLetterOrDigit(other[j]))
            {
                j++;
            }

            if (i == one.Length || j == other.Length)
            {
                return i == one.Length && j == other.Length;
            }

            if (char.ToLowerInvariant(one[i++]) != char.ToLowerInvariant(other[j++]))
            {
                return false;
            }
        }
    }
}
