using System.Collections.Frozen;

namespace Entente.Reading.Html;

/// <summary>Counts the words of a block that are typical of furniture or of reporting, by kind.</summary>
internal static class TextCues
{
    public const int Kinds = 20;

    /// <summary>Words after which a longer block is not looked at any further.</summary>
    private const int WordsRead = 60;

    private static readonly FrozenDictionary<string, byte> s_kinds = Build();
    private static readonly FrozenDictionary<string, byte>.AlternateLookup<ReadOnlySpan<char>> s_lookup =
        s_kinds.GetAlternateLookup<ReadOnlySpan<char>>();

    public static void Count(ReadOnlySpan<char> text, Span<byte> counts)
    {
        counts.Clear();
        Span<char> word = stackalloc char[16];
        int length = 0;
        int read = 0;
        for (int i = 0; i <= text.Length && read < WordsRead; i++)
        {
            char c = i < text.Length ? text[i] : ' ';
            if (char.IsLetter(c) || c == '©')
            {
                if (length < 16)
                {
                    word[length] = char.ToLowerInvariant(c);
                }

                length++;
            }
            else if (length > 0)
            {
                read++;
                if (length <= 16 && s_lookup.TryGetValue(word[..length], out byte kind) && counts[kind] < 8)
                {
                    counts[kind]++;
                }

                length = 0;
            }
        }
    }

    private static FrozenDictionary<string, byte> Build()
    {
        string[] lists =
        [
            "subscribe newsletter inbox signup subscribed subscriber subscribers email newsletters unsubscribe delivered subscription",
            "related recommended recommend more next previous also popular trending latest recent stories articles posts explore similar discover continue reading",
            "share tweet facebook twitter linkedin whatsapp pinterest instagram reddit follow youtube telegram copy link print bookmark threads bluesky mastodon",
            "comment comments reply replies says said responses leave discussion respond logged",
            "cookie cookies privacy terms policy rights reserved copyright © legal accept consent trademark inc llc ltd registered conditions",
            "by author written posted published updated reviewed editor edited contributor reporter staff modified verified checked",
            "photo image images credit getty courtesy illustration photograph shutterstock unsplash via photos screenshot pexels",
            "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec ago",
            "affiliate commission disclosure sponsored advertisement advertising advertise advertiser partners compensation editorially independently earn purchase commissions links disclaimer opinions",
            "i my me we our us",
            "he she his her they",
            "writer journalist founder specializes experience passionate degree expert enthusiast marketer ceo consultant holds joined freelance career bio award appeared covers specialist graduate manager mba",
            "click learn download get start free try demo contact book now today join schedule call shop buy request discover view see here apply register visit started",
            "login log sign account menu search skip home password close open toggle main content navigation back top",
            "what how why when which who can does is should",
            "table contents toc jump section page overview key takeaways summary glance highlights",
            "references sources citation doi et al pp vol journal retrieved footnotes bibliography isbn",
            "min minute minutes read mins views likes votes rating ratings stars reviews helpful",
            "tags tagged categories category topics filed under topic posted labels archives",
            "the of and to that in for with as was has have it this on are from",
        ];
        Dictionary<string, byte> kinds = [];
        for (byte k = 0; k < lists.Length; k++)
        {
            foreach (string word in lists[k].Split(' '))
            {
                kinds.TryAdd(word, k);
            }
        }

        return kinds.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
