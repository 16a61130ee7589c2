
namespace Entente.Analysis.Syntax;

/// <summary>Takes words back to the form a dictionary lists: rules of English inflection, a list of what the rules get wrong, and the lemmas known, which
/// decide where a rule leaves a choice ("hoped", "stopped").</summary>
/// <remarks>A look-up allocates only for a form never met in training whose lemma differs from it.</remarks>
internal sealed class Lemmatizer
{
    private const int LongestForm = 40;

    private static readonly (char Kind, PennTag Tag)[] s_inflections =
        [('z', PennTag.Vbz), ('d', PennTag.Vbd), ('g', PennTag.Vbg), ('r', PennTag.Jjr), ('t', PennTag.Jjs), ('s', PennTag.None), ('v', PennTag.None), ('m', PennTag.None), ('o', PennTag.None)];

    private readonly Dictionary<string, string> _exceptions;
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _exceptionOf;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _known;

    /// <param name="exceptions">By the key that <see cref="Key"/> gives: lemmas that the rules would not find.</param>
    /// <param name="lemmas">Lemmas of verbs, nouns and adjectives that are known.</param>
    public Lemmatizer(IReadOnlyDictionary<string, string> exceptions, IEnumerable<string> lemmas)
    {
        _exceptions = new Dictionary<string, string>(exceptions, StringComparer.Ordinal);
        _exceptionOf = _exceptions.GetAlternateLookup<ReadOnlySpan<char>>();
        Lemmas = new HashSet<string>(lemmas, StringComparer.Ordinal);
        _known = Lemmas.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public IReadOnlyDictionary<string, string> Exceptions => _exceptions;

    public HashSet<string> Lemmas { get; }

    /// <summary>The lower-case form behind the class of its tag, under which exceptions are kept.</summary>
    public static int Key(ReadOnlySpan<char> form, PennTag tag, Span<char> key)
    {
        key[0] = tag switch
        {
            PennTag.Vb or PennTag.Vbp => 'v',
            PennTag.Vbz => 'z',
            PennTag.Vbd or PennTag.Vbn => 'd',
            PennTag.Vbg => 'g',
            PennTag.Md => 'm',
            PennTag.Nn => 'n',
            PennTag.Nns => 's',
            PennTag.Nnp or PennTag.Nnps => 'p',
            PennTag.Jj or PennTag.Rb => 'a',
            PennTag.Jjr or PennTag.Rbr => 'r',
            PennTag.Jjs or PennTag.Rbs => 't',
            _ => 'o',
        };
        return 1 + Lower(form, key[1..]);
    }

    public string Lemma(ReadOnlySpan<char> form, PennTag tag)
    {
        if (form.Length > LongestForm)
        {
            return form.ToString();
        }

        Span<char> key = stackalloc char[LongestForm + 1];
        int length = Key(form, tag, key);
        if (_exceptionOf.TryGetValue(key[..length], out string? lemma))
        {
            return lemma;
        }

        return tag is PennTag.Nnp or PennTag.Nnps ? form.ToString() : ByRule(key[1..length], tag);
    }

    /// <summary>Whether a lower-case form is one of a word that is no name: known as a lemma or as a form that the rules take to one, or listed for another tag than a name's.</summary>
    public bool IsCommon(ReadOnlySpan<char> form)
    {
        if (form.Length > LongestForm || _known.Contains(form))
        {
            return form.Length <= LongestForm;
        }

        Span<char> key = stackalloc char[LongestForm + 1];
        foreach ((char kind, PennTag tag) in s_inflections)
        {
            key[0] = kind;
            form.CopyTo(key[1..]);
            if (_exceptionOf.ContainsKey(key[..(form.Length + 1)]))
            {
                return true;
            }

            if (tag != PennTag.None && EndsLike(form, tag) && _known.Contains(ByRule(form, tag)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsLike(ReadOnlySpan<char> form, PennTag tag) => tag switch
    {
        PennTag.Vbz => form.EndsWith("s"),
        PennTag.Vbd => form.EndsWith("ed"),
        PennTag.Vbg => form.EndsWith("ing"),
        PennTag.Jjr => form.EndsWith("er"),
        _ => form.EndsWith("est"),
    };

    private static int Lower(ReadOnlySpan<char> form, Span<char> lower)
    {
        for (int i = 0; i < form.Length; i++)
        {
            lower[i] = form[i] is '’' or '‘' ? '\'' : char.ToLowerInvariant(form[i]);
        }

        return form.Length;
    }

    private string ByRule(ReadOnlySpan<char> word, PennTag tag) => tag switch
    {
        PennTag.Vbz or PennTag.Nns => WithoutS(word),
        PennTag.Vbd or PennTag.Vbn => Without(word, "ed"),
        PennTag.Vbg => Without(word, "ing"),
        PennTag.Jjr or PennTag.Rbr => Without(word, "er"),
        PennTag.Jjs or PennTag.Rbs => Without(word, "est"),
        _ => Known(word),
    };

    private string WithoutS(ReadOnlySpan<char> word)
    {
        if (word.Length < 3 || word[^1] != 's' || word[^2] == 's')
        {
            return Known(word);
        }

        if (word.EndsWith("ies") && word.Length > 4)
        {
            return Known(word[..^3], "y");
        }

        ReadOnlySpan<char> stem = word[..^1];
        bool sibilant = stem.EndsWith("sse") || stem.EndsWith("xe") || stem.EndsWith("che") || stem.EndsWith("she") || stem.EndsWith("zze") || stem.EndsWith("oe");
        return sibilant && !_known.Contains(stem) ? Known(stem[..^1]) : Known(stem);
    }

    private string Without(ReadOnlySpan<char> word, ReadOnlySpan<char> ending)
    {
        if (!word.EndsWith(ending) || word.Length < ending.Length + 2)
        {
            return Known(word);
        }

        ReadOnlySpan<char> stem = word[..^ending.Length];
        if (stem[^1] == 'i' && ending is not "ing")
        {
            return Known(stem[..^1], "y");
        }

        bool doubled = stem.Length > 2 && stem[^1] == stem[^2] && !IsVowel(stem[^1]);
        if (doubled && !_known.Contains(stem) && (_known.Contains(stem[..^1]) || stem[^1] is not ('l' or 's' or 'z' or 'f')))
        {
            return Known(stem[..^1]);
        }

        Span<char> withE = stackalloc char[stem.Length + 1];
        stem.CopyTo(withE);
        withE[^1] = 'e';
        bool plain = _known.Contains(stem);
        bool silent = _known.Contains(withE);
        return plain == silent ? (TakesE(stem) ? Known(withE) : Known(stem)) : Known(silent ? withE : stem);
    }

    /// <summary>Whether a stem that no list knows looks as if it had lost an e ("organiz", "clos", "handl", "argu").</summary>
    private static bool TakesE(ReadOnlySpan<char> stem)
    {
        if (stem.Length < 3)
        {
            return true;
        }

        char last = stem[^1];
        char before = stem[^2];
        return last is 'c' or 'v' or 'u' or 'z'
            || (last == 'g' && before is 'r' or 'd' or 'a' or 'l')
            || (last == 's' && (IsVowel(before) || before is 'r' or 'n' or 'l'))
            || (last == 'l' && !IsVowel(before) && before is not ('l' or 'r' or 'w'))
            || (last is 't' or 'd' or 'r' or 'n' or 'k' or 'm' or 'p' && IsVowel(before) && !IsVowel(stem[^3]) && (last is not ('n' or 'r') || before is not ('e' or 'o')));
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private string Known(ReadOnlySpan<char> stem, ReadOnlySpan<char> ending)
    {
        Span<char> whole = stackalloc char[stem.Length + ending.Length];
        stem.CopyTo(whole);
        ending.CopyTo(whole[stem.Length..]);
        return Known(whole);
    }

    private string Known(ReadOnlySpan<char> word) => _known.TryGetValue(word, out string? known) ? known : word.ToString();
}
