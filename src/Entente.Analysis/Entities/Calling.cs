using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Entities;

/// <summary>What one report calls a person beside the name, as far as it tells one person of that name from another.</summary>
/// <param name="Nouns">The nouns of it, small: minister, goalkeeper.</param>
/// <param name="Walks">The walks of life they belong to now; what someone was before tells nothing against another walk.</param>
/// <param name="Noun">One that has a walk, for a reader; null where none has.</param>
/// <param name="Countries">Codes of the countries named before the noun: "the Kenyan minister".</param>
internal sealed record Calling(ImmutableArray<string> Nouns, uint Walks, string? Noun, ImmutableArray<string> Countries)
{
    /// <summary>Mentions of one person that are looked at: the first ones introduce.</summary>
    private const int MostMentions = 12;
    private const int MostWords = 6;
    private const int Before = 4;

    private static readonly Calling s_none = new([], 0, null, []);

    /// <summary>Reads the words beside the names of <paramref name="person"/>.</summary>
    public static Calling Of(TokenizedDocument document, Entity person)
    {
        Reader reader = new(document);
        int mentions = 0;
        foreach (LinkedMention mention in person.Mentions)
        {
            if (mention.Kind == MentionKind.Name && mentions++ < MostMentions)
            {
                reader.Read(mention.Span);
            }
        }

        return reader.Result();
    }

    private sealed class Reader(TokenizedDocument document)
    {
        private readonly SortedSet<string> _nouns = new(StringComparer.Ordinal);
        private readonly SortedSet<string> _countries = new(StringComparer.Ordinal);
        private uint _walks;
        private string? _noun;

        public Calling Result() => _nouns.Count == 0 ? s_none : new Calling([.. _nouns], _walks, _noun, [.. _countries]);

        public void Read(TextSpan mention)
        {
            (int first, int end) = document.TokensIn(mention);
            int index = document.SentenceOf(first);
            if (index < 0)
            {
                return;
            }

            Sentence sentence = document.Sentences[index];
            int sentenceEnd = sentence.FirstToken + sentence.TokenCount;
            ReadBefore(sentence.FirstToken, first, end, sentenceEnd);
            ReadAfter(end, sentenceEnd);
        }

        /// <summary>"Bishop NAME", "the goalkeeper NAME", "the goalkeeper, NAME,".</summary>
        private void ReadBefore(int start, int name, int nameEnd, int sentenceEnd)
        {
            int last = name - 1;
            if (last > start && Form(last) is "," && (nameEnd >= sentenceEnd || Form(nameEnd) is "," or "."))
            {
                last--;
            }

            if (last >= start)
            {
                Note(Math.Max(start, last - Before), last);
            }
        }

        /// <summary>"NAME, a port engineer", "NAME, 34, goalkeeper of", "NAME is a poet and teacher".</summary>
        private void ReadAfter(int end, int sentenceEnd)
        {
            int t = end;
            bool verb = t < sentenceEnd && Form(t) is "is" or "was" or "became";
            if (t + 1 >= sentenceEnd || !(verb || Form(t) is ","))
            {
                return;
            }

            t++;
            if (!verb && document.Tokens[t].Kind == TokenKind.Number && t + 2 < sentenceEnd && Form(t + 1) is ",")
            {
                t += 2;
            }

            if (verb && !(Form(t) is "a" or "an" or "the"))
            {
                return;
            }

            int from = t;
            for (; t < sentenceEnd && t - from <= MostWords; t++)
            {
                if (Form(t) is "and" && t > from && Note(from, t - 1))
                {
                    from = t + 1;
                }
                else if (IsEndOfRole(Form(t)) || document.Tokens[t].Kind is TokenKind.Punctuation && !(Form(t) is "-"))
                {
                    break;
                }
            }

            if (t > from && (t == sentenceEnd || t - from <= MostWords))
            {
                Note(from, t - 1);
            }
        }

        /// <summary>Notes the noun that ends at <paramref name="head"/>, if it is one for a person, and the words before it from <paramref name="first"/> on.</summary>
        private bool Note(int first, int head)
        {
            string noun = Small(head);
            string compound = head > first ? Small(head - 1) + " " + noun : "";
            uint walks = WalksOfLife.Shipped.Of(compound);
            (noun, int from) = walks != 0 ? (compound, head - 1) : (noun, head);
            walks = walks != 0 ? walks : WalksOfLife.Shipped.Of(noun);
            if (walks == 0 && (Gazetteer.Shipped.KindsOf(Gazetteer.Key(noun)) & NameKinds.PersonNoun) == 0)
            {
                return false;
            }

            _nouns.Add(noun);
            bool former = false;
            for (int t = from - 1; t >= first; t--)
            {
                ReadOnlySpan<char> form = Form(t);
                if (document.Tokens[t].Kind == TokenKind.Punctuation && !(form is "-"))
                {
                    break;
                }

                former |= form is "former" or "Former" or "ex" or "Ex" or "retired" or "Retired" or "onetime" or "then" or "ousted" or "ex-" or "late";
                NameKinds kinds = Gazetteer.Shipped.KindsOf(Gazetteer.Key(form));
                if ((kinds & (NameKinds.Demonym | NameKinds.Country)) != 0 && char.IsUpper(form[0]) && PlaceRegister.Shipped.CountryNamedBy(PlaceRegister.KeyOf(form)) is { } country)
                {
                    _countries.Add(country);
                }
            }

            if (!former && walks != 0)
            {
                _walks |= walks;
                _noun ??= noun;
            }

            return true;
        }

        private static bool IsEndOfRole(ReadOnlySpan<char> form) =>
            form is "of" or "in" or "at" or "for" or "from" or "with" or "to" or "on" or "by" or "who" or "whose" or "whom" or "which" or "that" or "and" or "or" or "but" or "said" or "says" or "told" or "was" or "is" or "has" or "had";

        private ReadOnlySpan<char> Form(int token) => document.Tokens[token].Span.In(document.Document.Text);

        private string Small(int token) => Form(token).TrimEnd('.').ToString().ToLowerInvariant();
    }
}
