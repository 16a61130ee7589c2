using System.Text;
using System.Text.Json;

namespace Entente.Reading.Metadata;

/// <summary>What a page's JSON-LD declares of the report on it (schema.org Article and its kin).</summary>
internal sealed record JsonLd
{
    private const int MaxObjects = 5_000;

    public static JsonLd None { get; } = new();

    public string? Headline { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Authors declared as organisations.</summary>
    public IReadOnlyList<string> Bodies { get; init; } = [];

    public string? Published { get; init; }

    public string? Modified { get; init; }

    public string? Publisher { get; init; }

    public string? ArticleBody { get; init; }

    public string? Url { get; init; }

    /// <summary>The declared name of the whole site.</summary>
    public string? SiteName { get; init; }

    /// <summary>Whether these come from an object that declares itself an article, not just a page.</summary>
    public bool IsArticle { get; init; }

    public static JsonLd Read(IReadOnlyList<string> scripts)
    {
        List<JsonElement> objects = [];
        Dictionary<string, JsonElement> byId = new(StringComparer.Ordinal);
        foreach (string script in scripts)
        {
            if (TryParse(script) is { } root)
            {
                Collect(root, objects, byId);
            }
        }

        JsonElement? article = null;
        JsonElement? page = null;
        int bestRank = 0;
        string? siteName = null;
        foreach (JsonElement item in objects)
        {
            int rank = RankOf(item);
            if (rank > bestRank)
            {
                (article, bestRank) = (item, rank);
            }

            if (page is null && rank == 1)
            {
                page = item;
            }

            if (siteName is null && HasType(item, "WebSite"))
            {
                siteName = Text(item, "name");
            }
        }

        if (article is not { } found)
        {
            return new JsonLd { SiteName = siteName };
        }

        List<string> authors = [];
        List<string> bodies = [];
        CollectNames(found, "author", byId, authors, bodies);
        if (authors.Count + bodies.Count == 0)
        {
            CollectNames(found, "creator", byId, authors, bodies);
        }

        if (authors.Count + bodies.Count == 0 && page is { } around)
        {
            CollectNames(around, "author", byId, authors, bodies);
        }

        List<string> publishers = [];
        CollectNames(found, "publisher", byId, publishers, publishers);
        return new JsonLd
        {
            Headline = Text(found, "headline") ?? (bestRank > 1 ? Text(found, "name") : null),
            Authors = authors,
            Bodies = bodies,
            Published = Text(found, "datePublished") ?? (page is { } p ? Text(p, "datePublished") : null) ?? Text(found, "dateCreated"),
            Modified = Text(found, "dateModified"),
            Publisher = publishers.Count > 0 ? publishers[0] : null,
            ArticleBody = Text(found, "articleBody"),
            Url = Text(found, "url"),
            SiteName = siteName,
            IsArticle = bestRank > 1,
        };
    }

    private static JsonElement? TryParse(string script)
    {
        string text = script.Trim();
        if (text.StartsWith("<!--", StringComparison.Ordinal) || text.StartsWith("//", StringComparison.Ordinal) || text.StartsWith("/*", StringComparison.Ordinal))
        {
            int open = text.IndexOfAny(['{', '[']);
            int close = text.LastIndexOfAny(['}', ']']);
            text = open >= 0 && close > open ? text[open..(close + 1)] : "";
        }

        if (text.Length == 0)
        {
            return null;
        }

        JsonDocumentOptions options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 100 };
        try
        {
            return JsonDocument.Parse(text, options).RootElement;
        }
        catch (JsonException)
        {
            // Raw line breaks and tabs inside strings are the commonest fault.
            StringBuilder repaired = new(text.Length);
            foreach (char c in text)
            {
                repaired.Append(c < ' ' ? ' ' : c);
            }

            try
            {
                return JsonDocument.Parse(repaired.ToString().TrimEnd(';', ' '), options).RootElement;
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }

    private static void Collect(JsonElement root, List<JsonElement> objects, Dictionary<string, JsonElement> byId)
    {
        Queue<JsonElement> open = new();
        open.Enqueue(root);
        int seen = 0;
        while (open.TryDequeue(out JsonElement item) && seen++ < MaxObjects)
        {
            if (item.ValueKind == JsonValueKind.Array)
            {
                foreach (JsonElement inner in item.EnumerateArray())
                {
                    open.Enqueue(inner);
                }
            }
            else if (item.ValueKind == JsonValueKind.Object)
            {
                if (item.TryGetProperty("@type", out _))
                {
                    objects.Add(item);
                }

                if (Text(item, "@id") is { } id && item.TryGetProperty("name", out _))
                {
                    byId.TryAdd(id, item);
                }

                foreach (JsonProperty property in item.EnumerateObject())
                {
                    if (property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array && !property.NameEquals("itemListElement")
                        && !property.NameEquals("comment") && !property.NameEquals("review"))
                    {
                        open.Enqueue(property.Value);
                    }
                }
            }
        }
    }

    private static int RankOf(JsonElement item)
    {
        if (!item.TryGetProperty("@type", out JsonElement type))
        {
            return 0;
        }

        int rank = 0;
        foreach (JsonElement one in type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray()] : new[] { type })
        {
            string name = one.ValueKind == JsonValueKind.String ? one.GetString()! : "";
            int own = name switch
            {
                _ when name.EndsWith("Article", StringComparison.Ordinal) || name.EndsWith("BlogPosting", StringComparison.Ordinal) => 5,
                "Report" or "LiveBlogPosting" or "CreativeWork" or "AnalysisNewsArticle" or "DiscussionForumPosting" or "SocialMediaPosting" => 4,
                "Review" or "HowTo" or "Recipe" or "Blog" or "QAPage" or "FAQPage" or "VideoObject" or "Course" => RankIfDated(item),
                "WebPage" or "ItemPage" or "CollectionPage" or "AboutPage" or "MedicalWebPage" => 1,
                _ => 0,
            };
            rank = Math.Max(rank, own);
        }

        return rank;

        // Such objects also describe things on the page; only one with a date or an author of its own stands for the page.
        static int RankIfDated(JsonElement item) => item.TryGetProperty("datePublished", out _) || item.TryGetProperty("author", out _) ? 2 : 0;
    }

    private static bool HasType(JsonElement item, string type) =>
        item.TryGetProperty("@type", out JsonElement named) && named.ValueKind == JsonValueKind.String && named.ValueEquals(type);

    private static string? Text(JsonElement item, string name)
    {
        if (!item.TryGetProperty(name, out JsonElement value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0)
        {
            value = value[0];
        }

        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("@value", out JsonElement inner))
        {
            value = inner;
        }

        string? text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    private static void CollectNames(JsonElement item, string property, Dictionary<string, JsonElement> byId, List<string> people, List<string> bodies)
    {
        if (!item.TryGetProperty(property, out JsonElement value))
        {
            return;
        }

        foreach (JsonElement one in value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : new[] { value })
        {
            if (one.ValueKind == JsonValueKind.String)
            {
                Add(people, one.GetString());
            }
            else if (one.ValueKind == JsonValueKind.Object)
            {
                JsonElement named = one;
                if (!one.TryGetProperty("name", out _) && Text(one, "@id") is { } id && byId.TryGetValue(id, out JsonElement target))
                {
                    named = target;
                }

                List<string> list = HasType(named, "Organization") || HasType(named, "NewsMediaOrganization") ? bodies : people;
                if (named.TryGetProperty("name", out JsonElement names) && names.ValueKind == JsonValueKind.Array)
                {
                    foreach (JsonElement name in names.EnumerateArray())
                    {
                        Add(list, name.ValueKind == JsonValueKind.String ? name.GetString() : null);
                    }
                }
                else
                {
                    Add(list, Text(named, "name"));
                }
            }
        }

        static void Add(List<string> list, string? name)
        {
            if (!string.IsNullOrWhiteSpace(name) && !list.Contains(name.Trim()))
            {
                list.Add(name.Trim());
            }
        }
    }
}
