using System.Collections.Immutable;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

/// <summary>Finds whom a document means by a pronoun, a surname or a role that speaks: only where it names one person who can be meant, and no other.</summary>
/// <remarks>
/// <para><em>relative-pronoun</em>: "Lind, who said …", the noun before. <em>surname</em>: "Lind", the full name that ends so, if only one does.
/// <em>role</em>: "the minister", the one person whom the document so calls. <em>pronoun</em>: "he", the one person named in the paragraph up to there;
/// where it names none, the one named in the paragraph before.</para>
/// <para>A wrong speaker is worse than none: a second candidate, or a title of the other sex, leaves the source what it is. Linear in the tokens but for the
/// names in a paragraph.</para>
/// </remarks>
internal sealed class SourceResolver
{
    /// <summary>Tokens before or behind a name that may say what he is.</summary>
    private const int RoleReach = 6;

    private enum Sex : byte
    {
        Unknown,
        Male,
        Female,
    }

    /// <summary>A person as the document names him in full, or a stretch of capitals that may be one.</summary>
    private sealed class Person(string name)
    {
        public string Name { get; } = name;

        public TextSpan First { get; init; }

        /// <summary>Never named more fully than this.</summary>
        public bool IsOneName { get; init; }

        public bool IsPerson { get; set; }

        public Sex Sex { get; set; }

        public HashSet<string> Roles { get; } = new(StringComparer.OrdinalIgnoreCase);
    }

    private readonly record struct Mention(int Token, int Block, Person Person);

    private readonly ParsedDocument _parsed;
    private readonly ImmutableArray<Token> _tokens;
    private readonly string _text;
    private readonly Dictionary<string, List<Person>> _bySurname = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Person> _byName = new(StringComparer.Ordinal);
    private readonly List<Mention> _mentions = [];

    /// <summary>Where the body first gives a surname without a first name.</summary>
    private readonly Dictionary<string, int> _firstAlone = new(StringComparer.Ordinal);

    private SourceResolver(ParsedDocument parsed)
    {
        _parsed = parsed;
        _tokens = parsed.Document.Tokens;
        _text = parsed.Document.Document.Text;
    }

    public static ImmutableArray<Attribution> Resolve(ParsedDocument parsed, ImmutableArray<Attribution> attributions)
    {
        if (!attributions.Any(a => a.SourceKind is SourceKind.Person or SourceKind.Pronoun or SourceKind.Anonymous))
        {
            return attributions;
        }

        SourceResolver resolver = new(parsed);
        resolver.ReadNames(attributions);
        return [.. attributions.Select(a => resolver.TryFind(a) is { } meant ? a with { Meant = meant } : a)];
    }

    private SourceMention? TryFind(Attribution attribution)
    {
        if (attribution.Source.Length != 1 || FirstToken(attribution.Source[0]) is not (>= 0 and var first))
        {
            return null;
        }

        TextSpan source = attribution.Source[0];
        int last = first;
        while (last + 1 < _tokens.Length && _tokens[last + 1].End <= source.End)
        {
            last++;
        }

        return attribution.SourceKind switch
        {
            SourceKind.Pronoun when last == first && Word(first) is "who" or "that" or "which" => Antecedent(first),
            SourceKind.Pronoun when last == first && Word(first) is "he" or "He" => Named(first, Sex.Male),
            SourceKind.Pronoun when last == first && Word(first) is "she" or "She" => Named(first, Sex.Female),
            SourceKind.Person or SourceKind.Anonymous => Surname(first, last, source) ?? Role(first, last, source),
            _ => null,
        };
    }

    private SourceMention? Antecedent(int pronoun)
    {
        int verb = _parsed.Heads[pronoun];
        for (int step = 0; verb >= 0 && _parsed.Relations[verb] is Relation.Conj or Relation.Xcomp && step < RoleReach; step++)
        {
            verb = _parsed.Heads[verb];
        }

        int noun = verb >= 0 && _parsed.Relations[verb] == Relation.AclRelcl ? _parsed.Heads[verb] : -1;
        if (noun < 0 || noun >= pronoun)
        {
            return null;
        }

        int from = noun, to = noun;
        while (from > 0 && IsLeftPart(from - 1, noun))
        {
            from--;
        }

        while (to + 1 < pronoun && _parsed.Relations[to + 1] is Relation.Flat && _parsed.Heads[to + 1] >= from)
        {
            to++;
        }

        return new SourceMention(new TextSpan(_tokens[from].Start, _tokens[to].End), "relative-pronoun");
    }

    private bool IsLeftPart(int t, int noun) =>
        (_parsed.Heads[t] == noun || (_parsed.Heads[t] > t && _parsed.Heads[t] < noun)) && _parsed.Relations[t].Universal() is Relation.Det or Relation.Amod or Relation.Compound or Relation.Nmod or Relation.Nummod or Relation.Flat or Relation.Punct
        && _parsed.Relations[t] != Relation.Case && _text[_tokens[t].Start] != ',';

    /// <summary>The full name that one name, with or without a title, stands for.</summary>
    private SourceMention? Surname(int first, int last, TextSpan source)
    {
        while (first < last && IsTitle(first))
        {
            first++;
        }

        if (first != last || !IsCapital(first) || !_bySurname.TryGetValue(Word(first).ToString(), out List<Person>? people))
        {
            return null;
        }

        Sex sex = SexOfTitle(first - 1);
        Person? only = null;
        foreach (Person person in people)
        {
            if (sex != Sex.Unknown && person.Sex != Sex.Unknown && person.Sex != sex)
            {
                continue;
            }

            // A report gives the full name first: where the surname stands before it, it may be somebody else's, as well known as the spouse.
            if (_firstAlone.TryGetValue(Word(first).ToString(), out int alone) && alone < person.First.Start)
            {
                return null;
            }

            if (only is not null)
            {
                return null;
            }

            only = person;
        }

        return only is null || only.IsOneName || only.First.Overlaps(source) ? null : new SourceMention(only.First, "surname");
    }

    /// <summary>The one person whom the document calls by the role: "the minister" for "Finance Minister Olga Brandt".</summary>
    private SourceMention? Role(int first, int last, TextSpan source)
    {
        if (!Is(first, "the") || last == first || !IsRole(last) || (Word(last) is [.., 's'] and not [.., 's', 's']))
        {
            return null;
        }

        Person? only = null;
        foreach (Person person in _byName.Values.Where(p => p.IsPerson && p.First.Start < source.Start).OrderBy(p => p.First))
        {
            bool all = true;
            for (int t = first + 1; t <= last; t++)
            {
                // "the former minister" and "the finance minister" ask for more than "minister".
                all &= person.Roles.Contains(Word(t).ToString());
            }

            if (all)
            {
                if (only is not null)
                {
                    return null;
                }

                only = person;
            }
        }

        return only is null ? null : new SourceMention(only.First, "role");
    }

    private SourceMention? Named(int pronoun, Sex sex)
    {
        int block = BlockOf(pronoun);
        int at = _mentions.Count - 1;
        while (at >= 0 && _mentions[at].Token >= pronoun)
        {
            at--;
        }

        for (int back = 0; back < 2; back++)
        {
            Person? only = null;
            bool several = false;
            bool acts = false;
            for (; at >= 0 && _mentions[at].Block == block - back; at--)
            {
                several |= only is not null && only != _mentions[at].Person;
                only = _mentions[at].Person;
                acts |= IsSubject(_mentions[at].Token);
            }

            if (only is not null)
            {
                return several || !acts || !only.IsPerson || (only.Sex != Sex.Unknown && only.Sex != sex) ? null : new SourceMention(only.First, "pronoun");
            }
        }

        return null;
    }

    /// <summary>Whether a name, or what it is part of, is the subject of a verb or owns one: who is spoken of next as "he" was so named before.</summary>
    private bool IsSubject(int t)
    {
        // Whoever stands in front of the first verb, if the sentence was not parsed or was not understood.
        int verb = SentenceAt(t).FirstToken;
        while (verb < t && _parsed.PennTags[verb] is not (PennTag.Vbd or PennTag.Vbz or PennTag.Vbp or PennTag.Md))
        {
            verb++;
        }

        if (verb == t)
        {
            return true;
        }

        while (_parsed.Relations[t] is Relation.Flat or Relation.Compound or Relation.NmodDesc or Relation.Appos && _parsed.Heads[t] >= 0)
        {
            t = _parsed.Heads[t];
        }

        return _parsed.Relations[t] is Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter or Relation.NmodPoss;
    }

    /// <summary>All names of the document, in order; those that end alike are one surname's, those given in full are told apart.</summary>
    private void ReadNames(ImmutableArray<Attribution> attributions)
    {
        HashSet<int> speaks = [.. attributions.Where(a => a.SourceKind == SourceKind.Person && a.Source.Length == 1).SelectMany(a => TokensOf(a.Source[0]))];
        List<(int First, int Last)> single = [];
        foreach (Sentence sentence in _parsed.Document.Sentences)
        {
            int end = sentence.FirstToken + sentence.TokenCount;
            for (int t = sentence.FirstToken; t < end; t++)
            {
                if (!IsName(t))
                {
                    if (_parsed.Relations[t] is Relation.Nsubj or Relation.NsubjPass && _parsed.Tags[t] == PartOfSpeech.Noun && !(t + 1 < end && IsName(t + 1)) && Vocabulary.Speaker(Word(t)) is "role" or "voice" or "source")
                    {
                        // "The clerk said …": somebody else, for all that the document tells.
                        _mentions.Add(new Mention(t, sentence.Block, new Person("")));
                    }

                    continue;
                }

                int last = t;
                while (last + 1 < end && IsName(last + 1))
                {
                    last++;
                }

                // "Massachusetts Senator Ana Ruiz": the name begins behind the last title.
                int first = last;
                while (first > t && !IsTitle(first - 1))
                {
                    first--;
                }

                if (first == last)
                {
                    single.Add((t, last));
                }
                else
                {
                    ReadFullName(t, first, last, end, speaks);
                }

                t = last;
            }
        }

        foreach ((int first, int last) in single)
        {
            if (_parsed.Document.Document.Blocks[BlockOf(last)].Kind != BlockKind.Headline)
            {
                _firstAlone.TryAdd(Word(last).ToString(), _tokens[last].Start);
            }

            if (_bySurname.TryGetValue(Word(last).ToString(), out List<Person>? people))
            {
                foreach (Person person in people)
                {
                    person.IsPerson |= people.Count == 1 && (first < last || speaks.Contains(last));
                    person.Sex = people.Count == 1 && person.Sex == Sex.Unknown ? SexOfTitle(last - 1) : person.Sex;
                    _mentions.Add(new Mention(last, BlockOf(last), person));
                }
            }
            else if ((speaks.Contains(last) || first < last) && !IsAbbreviation(last))
            {
                // A person known by one name only.
                Person alone = new(Word(last).ToString()) { First = new TextSpan(_tokens[first].Start, _tokens[last].End), IsPerson = true, IsOneName = true, Sex = SexOfTitle(last - 1) };
                _bySurname[alone.Name] = [alone];
                _byName[alone.Name] = alone;
                _mentions.Add(new Mention(last, BlockOf(last), alone));
            }
        }

        _mentions.Sort((a, b) => a.Token.CompareTo(b.Token));
    }

    private void ReadFullName(int start, int first, int last, int end, HashSet<int> speaks)
    {
        string surname = Word(last).ToString();
        string name = _text[_tokens[first].Start.._tokens[last].End];
        if (!_byName.TryGetValue(name, out Person? person))
        {
            person = new Person(name) { First = new TextSpan(_tokens[first].Start, _tokens[last].End) };
            _byName[name] = person;
            if (!_bySurname.TryGetValue(surname, out List<Person>? people))
            {
                _bySurname[surname] = people = [];
            }

            people.Add(person);
        }

        person.IsPerson |= start < first || speaks.Contains(last);
        person.Sex = person.Sex == Sex.Unknown ? SexOfTitle(first - 1) : person.Sex;
        for (int t = Math.Max(0, first - RoleReach); t < first; t++)
        {
            // "Finance Minister Olga Brandt", "port engineer Tomas Lind": one noun phrase.
            if (_tokens[t].Kind == TokenKind.Word && Vocabulary.Function(Word(t)) is null && InPhraseOf(t, last))
            {
                person.Roles.Add(Word(t).ToString());
            }
        }

        bool holdsRole = false;
        if (last + 2 < end && _text[_tokens[last + 1].Start] == ',')
        {
            for (int t = last + 2; t < Math.Min(end, last + 2 + RoleReach) && _tokens[t].Kind == TokenKind.Word && Vocabulary.Function(Word(t)) is null or "determiner"; t++)
            {
                person.Roles.Add(Word(t).ToString());
                holdsRole |= IsRole(t);
            }
        }

        person.IsPerson |= holdsRole || person.Roles.Any(r => Vocabulary.Speaker(r) is "role" or "voice");
        _mentions.Add(new Mention(last, BlockOf(last), person));
    }

    /// <summary>Whether a word stands in front of a name in its noun phrase, nothing but more of the phrase between.</summary>
    private bool InPhraseOf(int t, int last)
    {
        for (int between = t; between <= last; between++)
        {
            if (_tokens[between].Kind != TokenKind.Word || _parsed.Tags[between] is not (PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj))
            {
                return false;
            }
        }

        return true;
    }

    private IEnumerable<int> TokensOf(TextSpan span)
    {
        for (int t = FirstToken(span); t >= 0 && t < _tokens.Length && _tokens[t].Start < span.End; t++)
        {
            yield return t;
        }
    }

    private bool IsName(int t) => _tokens[t].Kind == TokenKind.Word && IsCapital(t) && _parsed.PennTags[t] is PennTag.Nnp or PennTag.Nnps && Vocabulary.Function(Word(t)) is null;

    /// <summary>"DNC": a body, not a person.</summary>
    private bool IsAbbreviation(int t)
    {
        ReadOnlySpan<char> word = Word(t);
        bool lower = false;
        foreach (char c in word)
        {
            lower |= char.IsLower(c);
        }

        return !lower && word.Length <= 5;
    }

    private bool IsCapital(int t) => char.IsUpper(_text[_tokens[t].Start]);

    private bool IsRole(int t) => Vocabulary.Speaker(Word(t)) is "role" or "voice";

    private bool IsTitle(int t) => SexOfTitle(t) != Sex.Unknown || Word(t) is "Dr" or "Dr." or "Prof" or "Prof." or "Sen" or "Sen." or "Rep" or "Rep." or "Gov" or "Gov." or "Gen" or "Gen." or "Lt" or "Lt." or "Col" or "Col." or "Capt" or "Capt." or "Sgt" or "Sgt."
        or "Justice" or "Rev" or "Rev." or "Former" || IsRole(t);

    private Sex SexOfTitle(int t) => t < 0 ? Sex.Unknown : Word(t) switch
    {
        "Mr" or "Mr." or "Sir" or "Lord" or "King" or "Prince" => Sex.Male,
        "Mrs" or "Mrs." or "Ms" or "Ms." or "Miss" or "Lady" or "Queen" or "Princess" => Sex.Female,
        _ => Sex.Unknown,
    };

    private int BlockOf(int token) => SentenceAt(token).Block;

    private Sentence SentenceAt(int token)
    {
        ImmutableArray<Sentence> sentences = _parsed.Document.Sentences;
        int low = 0, high = sentences.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = sentences[middle].FirstToken <= token ? (middle, high) : (low, middle - 1);
        }

        return sentences[low];
    }

    private int FirstToken(TextSpan span)
    {
        int low = 0, high = _tokens.Length - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _tokens[middle].End <= span.Start ? (middle + 1, high) : (low, middle);
        }

        return _tokens.Length > 0 && _tokens[low].Start < span.End ? low : -1;
    }

    private bool Is(int t, string word) => Word(t).Equals(word, StringComparison.OrdinalIgnoreCase);

    private ReadOnlySpan<char> Word(int t) => _tokens[t].Span.In(_text);
}
