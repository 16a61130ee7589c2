namespace Entente.Reading.Metadata;

/// <summary>Tells by their form alone whether words can be the name of a person.</summary>
internal static class NameShapes
{
    /// <summary>One word, or a few of which half or more begin with a capital.</summary>
    public static bool LooksLikeName(string name)
    {
        int words = 0, capitals = 0;
        for (int i = 0; i < name.Length; i++)
        {
            if (name[i] is '?' or '!' or ':' or '%' or '=')
            {
                return false;
            }

            if (i == 0 || name[i - 1] == ' ')
            {
                words++;
                capitals += char.IsUpper(name[i]) ? 1 : 0;
            }
        }

        return name.Length > 2 && words <= 6 && (words == 1 || capitals * 2 >= words);
    }

    /// <summary>An account's name rather than a person's: one word in small letters, or with figures or a hyphen.</summary>
    public static bool IsHandle(string name)
    {
        if (name.Contains(' '))
        {
            return false;
        }

        foreach (char c in name)
        {
            if (char.IsDigit(c) || c is '_')
            {
                return true;
            }
        }

        return !char.IsUpper(name[0]) || name is "Webmaster" or "Admin";
    }

    public static bool HasNameShape(string text)
    {
        if (text.Length is < 5 or > 40)
        {
            return false;
        }

        string[] words = text.Split(' ');
        if (words.Length is < 2 or > 3)
        {
            return false;
        }

        foreach (string word in words)
        {
            if (word.Length == 0 || !char.IsUpper(word[0]))
            {
                return false;
            }

            foreach (char c in word)
            {
                if (!char.IsLetter(c) && c is not ('.' or '\'' or '’' or '-'))
                {
                    return false;
                }
            }

            if (Array.IndexOf(s_notInNames, word.ToLowerInvariant()) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    private static readonly string[] s_notInNames =
    [
        "tips", "news", "blog", "guide", "guides", "home", "share", "read", "more", "contents", "table", "trends", "marketing", "business", "health", "travel", "resources", "services",
        "insights", "featured", "latest", "article", "articles", "industry", "data", "software", "development", "management", "design", "education", "the", "and", "for", "of", "in", "key",
        "takeaways", "learning", "best", "about", "learn", "free", "get", "our", "your", "all", "posts", "by", "food", "wellness", "fitness", "career", "technology", "security", "media",
        "social", "team", "digital", "content", "strategy", "product", "company", "reviews", "review", "opinion", "culture", "life", "style", "lifestyle", "local", "world", "sports", "money",
    ];

    public static bool ShareAWord(List<string> a, List<string> b)
    {
        foreach (string one in a)
        {
            foreach (string word in one.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (word.Length > 2 && b.Exists(name => name.Contains(word, StringComparison.OrdinalIgnoreCase)))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
