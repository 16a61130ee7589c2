namespace Entente.Reading.Html;

/// <summary>The meta elements that declare each thing, the most trustworthy first.</summary>
internal static class MetaNames
{
    public static readonly string[] Published =
    [
        "article:published_time", "article:published", "og:published_time", "og:article:published_time", "datepublished", "dcterms.issued", "dc.date.issued",
        "parsely-pub-date", "citation_publication_date", "citation_online_date", "citation_date", "pubdate", "publishdate", "publish_date", "publish-date", "published_date",
        "published-date", "published_time", "published", "publication_date", "date-pub", "sailthru.date", "article.published", "article_date_original",
        "originalpublicationdate", "dcterms.created", "dcterms.date", "dc.date.created", "dc.date", "cxenseparse:recs:publishtime", "bt:pubdate", "w-published-date",
        "content_date", "date", "cludo:date", "datecreated",
    ];

    public static readonly string[] Updated =
    [
        "article:modified_time", "article:modified", "og:updated_time", "og:modified_time", "datemodified", "dcterms.modified", "dc.date.modified", "last-modified",
        "lastmod", "modified", "updated", "revised", "article.updated",
    ];

    public static readonly string[] Author =
    [
        "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "dc.contributor.author", "citation_author", "byl", "byline", "article:author_name",
        "article_author", "cxenseparse:author", "author-name", "authors", "og:author", "og:article:author", "creator",
    ];

    public static readonly string[] Title = ["og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "parsely-title", "citation_title"];

    public static readonly string[] Site = ["og:site_name", "application-name", "al:ios:app_name", "apple-mobile-web-app-title", "dc.publisher", "dcterms.publisher", "cre"];

    /// <summary>The contents of the first of these names that the page has, in the order of the page.</summary>
    public static IEnumerable<string> Find(Page page, string[] names)
    {
        foreach (string name in names)
        {
            foreach ((string key, string content) in page.Meta)
            {
                if (key == name && !string.IsNullOrWhiteSpace(content))
                {
                    yield return content.Trim();
                }
            }
        }
    }
}
