using Entente.Analysis.Text;

namespace Entente.Analysis.Entities;

/// <summary>Reads what a report calls a person or body beside the name: "Harbour Minister" before it, "the head of the union" after a comma.</summary>
internal static class RoleReader
{
    private const int MostWords = 8;

    /// <summary>Where the role stands beside a mention; null for none.</summary>
    public static TextSpan? Find(TokenizedDocument document, TextSpan mention)
    {
        (int first, int end) = document.TokensIn(mention);
        int index = document.SentenceOf(first);
        if (index < 0)
        {
            return null;
        }

        Sentence sentence = document.Sentences[index];
        int sentenceEnd = sentence.FirstToken + sentence.TokenCount;
        return After(document, end, sentenceEnd) ?? Before(document, sentence.FirstToken, first);
    }

    /// <summary>Words straight before the name up to the noun that begins the role: "Iraqi Prime Minister".</summary>
    private static TextSpan? Before(TokenizedDocument document, int start, int name)
    {
        int first = name;
        bool office = false;
        while (first > start && name - first < MostWords && IsRoleWord(document, first - 1, ref office))
        {
            first--;
        }

        return office && first < name ? new TextSpan(document.Tokens[first].Start, document.Tokens[name - 1].End) : null;
    }

    private static bool IsRoleWord(TokenizedDocument document, int token, ref bool office)
    {
        NameKinds kinds = KindsOf(document, token);
        ReadOnlySpan<char> form = document.Tokens[token].Span.In(document.Document.Text);
        bool isOffice = (kinds & (NameKinds.PersonNoun | NameKinds.Title)) != 0 && form.TrimEnd('.').Length > 3;
        office |= isOffice;
        return isOffice || (office && ((kinds & (NameKinds.Demonym | NameKinds.OrganisationNoun | NameKinds.Country)) != 0 || form is "-" or "Vice" or "Deputy" or "Prime" or "Foreign" or "Interior" or "Defence" or "Defense" or "former" or "Former" or "senior"));
    }

    /// <summary>An apposition: a comma, "a" or "the", a noun for a person, up to the next comma or the end of the sentence.</summary>
    private static TextSpan? After(TokenizedDocument document, int end, int sentenceEnd)
    {
        string text = document.Document.Text;
        if (end + 2 >= sentenceEnd || document.Tokens[end].Span.In(text) is not ",")
        {
            return null;
        }

        bool office = false;
        int from = end + 1;
        // "Tomas Lind, 34, a port engineer".
        if (document.Tokens[from].Kind == TokenKind.Number && from + 2 < sentenceEnd && document.Tokens[from + 1].Span.In(text) is ",")
        {
            from += 2;
        }

        for (int t = from; t < sentenceEnd && t - from <= 2 * MostWords; t++)
        {
            ReadOnlySpan<char> form = document.Tokens[t].Span.In(text);
            if (form is "," or "." or ";" or "who" or "which" or "said" or "says" or "told")
            {
                return office && t > from && form is "," or "." or ";" && t - from <= 2 * MostWords ? new TextSpan(document.Tokens[from].Start, document.Tokens[t - 1].End) : null;
            }

            office |= t - from <= 5 && (KindsOf(document, t) & NameKinds.PersonNoun) != 0;
        }

        return null;
    }

    private static NameKinds KindsOf(TokenizedDocument document, int token) => Gazetteer.Shipped.KindsOf(Gazetteer.Key(document.Tokens[token].Span.In(document.Document.Text)));
}
