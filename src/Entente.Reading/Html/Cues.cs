using System.Collections.Frozen;

namespace Entente.Reading.Html;

/// <summary>What the words of a class, id or role attribute say about an element.</summary>
[Flags]
internal enum Cues : uint
{
    None = 0,
    Content = 1 << 0,
    Comment = 1 << 1,
    Related = 1 << 2,
    Share = 1 << 3,
    Navigation = 1 << 4,
    Footer = 1 << 5,
    Header = 1 << 6,
    Sidebar = 1 << 7,
    Author = 1 << 8,
    Advertising = 1 << 9,
    Newsletter = 1 << 10,
    Meta = 1 << 11,
    Caption = 1 << 12,
    Overlay = 1 << 13,
    Accordion = 1 << 14,
    Summary = 1 << 15,
    Card = 1 << 16,
    Quote = 1 << 17,
    Contents = 1 << 18,
    Notice = 1 << 19,
    Shop = 1 << 20,
    References = 1 << 21,
    Rating = 1 << 22,
    Unseen = 1 << 23,
    Search = 1 << 24,
    Slider = 1 << 25,
    Media = 1 << 26,
    Hidden = 1 << 27,
    Title = 1 << 28,
    Intro = 1 << 29,
}

internal static class CueWords
{
    public const int Count = 30;

    private static readonly FrozenDictionary<string, Cues> s_words = Build();
    private static readonly FrozenDictionary<string, Cues>.AlternateLookup<ReadOnlySpan<char>> s_lookup =
        s_words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The cues in a class or id: its words are parted at anything but letters and at capitals (<c>relatedPosts</c>).</summary>
    public static Cues In(string? attribute)
    {
        Cues cues = Cues.None;
        if (attribute is null)
        {
            return cues;
        }

        Span<char> word = stackalloc char[24];
        int length = 0;
        for (int i = 0; i <= attribute.Length; i++)
        {
            char c = i < attribute.Length ? attribute[i] : ' ';
            bool isLetter = char.IsAsciiLetter(c);
            bool startsWord = char.IsAsciiLetterUpper(c) && i > 0 && char.IsAsciiLetterLower(attribute[i - 1]);
            if (length > 0 && (!isLetter || startsWord))
            {
                if (length is > 1 and <= 24)
                {
                    cues |= Of(word[..length]);
                }

                length = 0;
            }

            if (isLetter)
            {
                if (length < 24)
                {
                    word[length] = (char)(c | 0x20);
                }

                length++;
            }
        }

        return cues;
    }

    private static Cues Of(ReadOnlySpan<char> word)
    {
        if (s_lookup.TryGetValue(word, out Cues cues))
        {
            return cues;
        }

        return word[^1] == 's' && s_lookup.TryGetValue(word[..^1], out cues) ? cues : Cues.None;
    }

    private static FrozenDictionary<string, Cues> Build()
    {
        Dictionary<string, Cues> words = [];
        Add(Cues.Content, "article post entry story content body text main prose richtext markdown blog copy articlebody postcontent wysiwyg essay paragraph detail rte editor blogpost");
        Add(Cues.Comment, "comment discussion disqu respond reply replie commentlist thread forum discu livefyre spotim commenter");
        Add(Cues.Related, "related recommend recommended recommendation recirc recirculation more similar popular trending latest recent suggested suggestion next previous prev readmore upnext outbrain taboola teaser promo promoted explore discover mostread youmay alsolike also");
        Add(Cues.Share, "share sharing social sharedaddy addtoany addthi follow facebook twitter linkedin whatsapp pinterest sharethi bookmark print like");
        Add(Cues.Navigation, "nav navigation menu navbar breadcrumb pagination pager megamenu topnav subnav submenu drawer hamburger crumb dropdown offcanva sitemap paging");
        Add(Cues.Footer, "footer foot copyright legal colophon bottom footnav");
        Add(Cues.Header, "header masthead hero banner top topbar head heading");
        Add(Cues.Sidebar, "sidebar aside rail widget side complementary secondary sidenav gutter");
        Add(Cues.Author, "author byline bio profile contributor writer about reviewer team person staff biography avatar");
        Add(Cues.Advertising, "ad advert advertisement advertising adsense sponsor sponsored promotion cta adslot calltoaction dfp affiliate banner advertorial gpt commercial offer");
        Add(Cues.Newsletter, "newsletter subscribe subscription signup optin mailchimp hubspot form hsform email register lead leadgen join paywall mailing inscription");
        Add(Cues.Meta, "meta date time tag category tagline taxonomy timestamp published updated label eyebrow kicker topic info readtime byline dateline pubdate term");
        Add(Cues.Caption, "caption credit figure gallery image img photo figcaption photocredit imagecaption thumbnail thumb picture attachment lightbox");
        Add(Cues.Overlay, "modal popup cookie consent gdpr overlay lightbox dialog toast onetrust notification alert tooltip popover interstitial snackbar cmp");
        Add(Cues.Accordion, "faq accordion collapse collapsible toggle tab tabs question answer expand expandable expander panel tabpanel");
        Add(Cues.Summary, "summary takeaway keypoint highlight tldr overview synopsis keytakeaway bullet excerpt");
        Add(Cues.Card, "card tile item grid teaser loop list listing feed archive column result postcard");
        Add(Cues.Quote, "quote pullquote testimonial blockquote quotation tweet embed");
        Add(Cues.Contents, "toc contents tableofcontent index jump anchor ez lwptoc onthispage outline");
        Add(Cues.Notice, "disclaimer disclosure notice disclose editorial policy correction license");
        Add(Cues.Shop, "product price cart shop buy store checkout deal amazon pricing basket sku wishlist purchase merch");
        Add(Cues.References, "reference footnote source citation bibliography endnote cite footnotes reflist");
        Add(Cues.Rating, "rating star review vote score reaction clap poll feedback helpful");
        Add(Cues.Unseen, "sr screen visuallyhidden visually hidden hide invisible offscreen assistive none noprint print");
        Add(Cues.Search, "search login signin account user password filter");
        Add(Cues.Slider, "slider carousel swiper slick slide splide flickity marquee");
        Add(Cues.Media, "video player audio podcast youtube embed vimeo jwplayer transcript");
        Add(Cues.Title, "title headline pagetitle posttitle entrytitle");
        Add(Cues.Intro, "intro lede lead standfirst dek subtitle subheading subhead description deck introduction strapline sell");
        return words.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(Cues cue, string list)
        {
            foreach (string word in list.Split(' '))
            {
                words[word] = words.GetValueOrDefault(word) | cue;
            }
        }
    }
}
