using System.Collections.Immutable;
using Entente.Analysis.Attributions;
using Entente.Analysis.Briefings;
using Entente.Analysis.Lineage;
using Entente.Analysis.Reuse;
using Entente.Analysis.Stories;
using Entente.Analysis.Text;

namespace Entente.Tests.Analysis.Briefings;

/// <summary>An invented affair: a bridge is closed, eight reports tell of it, one interview feeds most of them.</summary>
internal static class BridgeAffair
{
    private const string Courier = "courier-03";
    private const string Tidewatch = "tidewatch-04";
    private const string Ledger = "ledger-04";
    private const string GullPoint = "gullpoint-05";
    private const string Herald = "herald-05";
    private const string Bulletin = "bulletin";
    private const string Note = "bridge-note";
    private const string Faro = "faro-05";

    public static Briefing Build()
    {
        ImmutableArray<DocumentFindings> documents = [
            BridgeNote(), MarshLaneBulletin(), KestrelBayCourier(), ElFaro(), GullPointPost(), HarrowHerald(), EstuaryLedger(), TidewatchOnline()];
        Pile pile = new(documents);
        return new Briefing(
            documents,
            [new StoryFindings(TheStory(), Dependences(pile), Chains(), [DiversQuotation(pile), FerryQuotation(pile)])],
            [new Passage(Courier, Ledger, pile.Span(Courier, "two of the five piers"), pile.Span(Ledger, "two of the five piers"), 5, false)],
            [new MissingSource("Northshore Wire", [Herald, Tidewatch]), new MissingSource("Radio Tamsin", [GullPoint])],
            [
                new NearMiss("dependence", [Courier, GullPoint], "same event, longest shared wording 4 words"),
                new NearMiss("story", [Faro, Courier], "not analysed: Spanish"),
            ],
            [
                DiagnosticCode.NoText.For("pile/scan-004.pdf"),
                DiagnosticCode.Empty.For("pile/saved-page.html"),
            ]);
    }

    private static Story TheStory() => new(
        "s1", "Saltmarsh Bridge closed after cracks are found in two piers",
        [Note, Bulletin, Courier, GullPoint, Herald, Ledger, Tidewatch],
        ImmutableSortedDictionary.CreateRange(new Dictionary<string, string>
        {
            [Note] = "shared quotation",
            [Bulletin] = "Saltmarsh Bridge, piers, divers",
            [GullPoint] = "Saltmarsh Bridge, Whitlock",
            [Herald] = "Saltmarsh Bridge, piers",
            [Ledger] = "Saltmarsh Bridge, Whitlock, piers",
            [Tidewatch] = "Saltmarsh Bridge, divers",
        }));

    private static ImmutableArray<Dependence> Dependences(Pile pile) =>
    [
        new(Courier, false, Ledger, DependenceType.Rewrite, Strength.Probable, Direction.Inferred, false,
            [
                pile.Evidence("shared-quotation", "the same two quotations in the same order", (Courier, "The bridge needs to stay closed"), (Ledger, "The bridge must stay closed")),
                pile.Evidence("rare-details", "shared odd figure: 11.4 tonnes", (Courier, "11.4 tonnes"), (Ledger, "11.4 tonnes")),
            ], "rewrite-details"),
        new("Northshore Wire", true, Tidewatch, DependenceType.Reprint, Strength.Proven, Direction.Stated, true,
            [pile.Evidence("credit", "original source named", (Tidewatch, "The original source of this article is Northshore Wire."))], "credit-original-source"),
        new("Northshore Wire", true, Herald, DependenceType.Cites, Strength.Proven, Direction.Stated, true,
            [pile.Evidence("credit", "according to", (Herald, "according to Northshore Wire"))], "credit-according-to"),
        new(Tidewatch, false, Bulletin, DependenceType.Abridgement, Strength.Proven, Direction.Stated, true,
            [
                pile.Evidence("link", "links to the report", (Bulletin, "Tidewatch Online reports")),
                pile.Evidence("passage", "31 words shared", (Tidewatch, "Divers went down on Tuesday afternoon and again at first light, and found hairline cracks in two of the five piers"), (Bulletin, "Divers went down on Tuesday afternoon and again at first light, and found hairline cracks in two of the five piers")),
            ], "passage-credit"),
        new("Radio Tamsin", true, GullPoint, DependenceType.Cites, Strength.Proven, Direction.Stated, true,
            [pile.Evidence("credit", "told", (GullPoint, "told Radio Tamsin"))], "credit-told"),
        new(Note, false, Ledger, DependenceType.QuotationOnly, Strength.Probable, Direction.Unknown, false,
            [pile.Evidence("shared-quotation", "one quotation, edited alike", (Note, "The bridge must stay closed"), (Ledger, "The bridge must stay closed"))], "quotation-edits"),
    ];

    private static ImmutableArray<CreditChain> Chains() =>
    [
        new(Bulletin, [Bulletin, Tidewatch, "Northshore Wire"], ChainEnd.Missing),
        new(GullPoint, [GullPoint, "Radio Tamsin"], ChainEnd.Missing),
        new(Herald, [Herald, "Northshore Wire"], ChainEnd.Missing),
        new(Ledger, [Ledger, Courier], ChainEnd.Origin),
        new(Tidewatch, [Tidewatch, "Northshore Wire"], ChainEnd.Missing),
    ];

    private static QuotationFamily DiversQuotation(Pile pile)
    {
        const string InCourier = "The bridge needs to stay closed until the piers have been – rightly – inspected by divers, and that may take 9 days.";
        const string InLedger = "The bridge must stay closed until the piers have been inspected by divers, and that will take nine days.";
        const string InNote = "The bridge must stay closed until the piers have been inspected by divers and that will take nine days.";
        return new QuotationFamily(
            "q1", "Dana Whitlock, the county engineer", null,
            [pile.Variant(Courier, 0, InCourier), pile.Variant(Ledger, 0, InLedger), pile.Variant(Note, 0, InNote)],
            [
                pile.Edit(Courier, Ledger, EditKind.Modal, true, "needs to", "must"),
                pile.Edit(Courier, Ledger, EditKind.Dropped, true, "– rightly – ", "", toBefore: "inspected by divers"),
                pile.Edit(Courier, Ledger, EditKind.Modal, true, "may", "will"),
                pile.Edit(Courier, Ledger, EditKind.Spelling, false, "9 days", "nine days"),
                pile.Edit(Courier, Note, EditKind.Modal, true, "needs to", "must"),
                pile.Edit(Courier, Note, EditKind.Dropped, true, "– rightly – ", "", toBefore: "inspected by divers"),
                pile.Edit(Courier, Note, EditKind.Punctuation, false, ", and that", " and that"),
                pile.Edit(Courier, Note, EditKind.Modal, true, "may", "will"),
                pile.Edit(Courier, Note, EditKind.Spelling, false, "9 days", "nine days"),
            ]);
    }

    private static QuotationFamily FerryQuotation(Pile pile)
    {
        const string Words = "Nobody asked the ferry crews.";
        return new QuotationFamily("q2", null, "he", [pile.Variant(GullPoint, 0, Words), pile.Variant(Herald, 0, Words)], []);
    }

    private static DocumentFindings KestrelBayCourier() => new ReportSketch(Courier)
    {
        Path = "pile/courier-03.html",
        Url = "https://courier.example/bridge",
        Title = "Saltmarsh Bridge closed after cracks are found in two piers",
        Outlet = new Outlet("Kestrel Bay Courier", "courier.example"),
        Byline = ["Ines Caldwell"],
        Published = StatedTime.FromDay(new DateOnly(2026, 3, 3), TimeOrigin.JsonLd),
    }
        .With(BlockKind.Headline, "Saltmarsh Bridge closed after cracks are found in two piers")
        .With(BlockKind.Byline, "By Ines Caldwell")
        .Body("The county closed Saltmarsh Bridge on Tuesday after cracks were found in two of the five piers.")
        .Body("“The bridge needs to stay closed until the piers have been – rightly – inspected by divers, and that may take 9 days.” Dana Whitlock, the county engineer, told the Courier.")
        .Body("Lorries of up to 11.4 tonnes had used the crossing since the autumn.")
        .Build();

    private static DocumentFindings EstuaryLedger() => new ReportSketch(Ledger)
    {
        Path = "pile/ledger-04.txt",
        Title = "Bridge shut for nine days, engineer says",
        Outlet = new Outlet("The Estuary Ledger"),
        Published = StatedTime.FromDay(new DateOnly(2026, 3, 4), TimeOrigin.Text),
    }
        .With(BlockKind.Headline, "Bridge shut for nine days, engineer says")
        .Body("Cracks in two of the five piers have shut Saltmarsh Bridge.")
        .Body("“The bridge must stay closed until the piers have been inspected by divers, and that will take nine days.” the county engineer, Dana Whitlock, said.")
        .Body("Lorries of 11.4 tonnes had crossed daily.")
        .Build();

    private static DocumentFindings TidewatchOnline() => new ReportSketch(Tidewatch)
    {
        Path = "pile/tidewatch-04.html",
        Url = "https://tidewatch.example/2026/03/04/saltmarsh",
        Title = "Divers examine Saltmarsh Bridge as queues reach the motorway",
        Outlet = new Outlet("Tidewatch Online", "tidewatch.example"),
        Byline = ["Northshore Wire"],
        Published = StatedTime.FromClock(new DateTime(2026, 3, 4, 7, 40, 0), TimeSpan.Zero, false, TimeOrigin.Meta),
        Diagnostics = [DiagnosticCode.CharsetContradicted.For("pile/tidewatch-04.html", "iso-8859-1", "utf-8")],
    }
        .With(BlockKind.Headline, "Divers examine Saltmarsh Bridge as queues reach the motorway")
        .With(BlockKind.Byline, "By Northshore Wire")
        .Body("Divers went down on Tuesday afternoon and again at first light, and found hairline cracks in two of the five piers of Saltmarsh Bridge.")
        .Body("Queues reached the motorway. The harbour office called for patience.")
        .With(BlockKind.Rights, "The original source of this article is Northshore Wire. Copyright Northshore Wire, 2026.")
        .With(BlockKind.Furniture, "Share this")
        .Credits(CreditKind.Byline, "Northshore Wire", "By Northshore Wire")
        .Credits(CreditKind.OriginalSource, "Northshore Wire", "The original source of this article is Northshore Wire.")
        .Build();

    private static DocumentFindings MarshLaneBulletin() => new ReportSketch(Bulletin)
    {
        Path = "pile/bulletin.md",
        Title = "What we know about the bridge",
        Outlet = new Outlet("Marsh Lane Bulletin"),
        Published = StatedTime.FromMonth(2026, 3, TimeOrigin.FrontMatter),
    }
        .With(BlockKind.Headline, "What we know about the bridge")
        .Body("Divers went down on Tuesday afternoon and again at first light, and found hairline cracks in two of the five piers, Tidewatch Online reports.")
        .Credits(CreditKind.ReportedBy, "Tidewatch Online", "Tidewatch Online reports")
        .Build();

    private static DocumentFindings GullPointPost() => new ReportSketch(GullPoint)
    {
        Path = "pile/gullpoint-05.html",
        Url = "https://gullpoint.example/news/7719",
        Title = "Ferry crews “not asked” before bridge was shut",
        Outlet = new Outlet("Gull Point Post", "gullpoint.example"),
        Byline = ["Tomasz Reyle", "Ada Quill"],
        Published = StatedTime.FromDay(new DateOnly(2026, 3, 5), TimeOrigin.TimeElement),
    }
        .With(BlockKind.Headline, "Ferry crews “not asked” before bridge was shut")
        .Body("The closure of Saltmarsh Bridge took the ferry by surprise.")
        .Body("“Nobody asked the ferry crews.” one of the masters told Radio Tamsin on Wednesday.")
        .Credits(CreditKind.Told, "Radio Tamsin", "told Radio Tamsin")
        .Build();

    private static DocumentFindings HarrowHerald() => new ReportSketch(Herald)
    {
        Path = "pile/herald-05.html",
        Url = "https://herald.example/bridge-week",
        Title = "A week without a bridge",
        Outlet = new Outlet("Harrow Herald", "herald.example"),
        Published = StatedTime.FromDay(new DateOnly(2026, 3, 5), TimeOrigin.Url),
    }
        .With(BlockKind.Headline, "A week without a bridge")
        .Body("The closure may last into next week, according to Northshore Wire.")
        .Body("“Nobody asked the ferry crews.” a ferry master said.")
        .With(BlockKind.Comment, "They knew about the cracks for years.", "tern_watcher")
        .With(BlockKind.Comment, "Who is they?", "Mo", "tern_watcher")
        .With(BlockKind.Comment, "The county.", "tern_watcher", "Mo")
        .With(BlockKind.Rights, "May be reprinted with a link to the Harrow Herald.")
        .Credits(CreditKind.AccordingTo, "Northshore Wire", "according to Northshore Wire")
        .Build();

    private static DocumentFindings BridgeNote() => new ReportSketch(Note) { Path = "pile/bridge-note.txt" }
        .Body("“The bridge must stay closed until the piers have been inspected by divers and that will take nine days.” That is all the engineer would say.")
        .Build();

    private static DocumentFindings ElFaro() => new ReportSketch(Faro)
    {
        Path = "pile/faro-05.html",
        Url = "https://faro.example/puente",
        Title = "Cierran el puente de Saltmarsh por grietas en dos pilares",
        Outlet = new Outlet("El Faro de Levante", "faro.example"),
        Language = "es",
        Published = StatedTime.FromDay(new DateOnly(2026, 3, 5), TimeOrigin.JsonLd),
        Diagnostics = [DiagnosticCode.LanguageNotAnalysed.For("pile/faro-05.html", "Spanish")],
    }
        .With(BlockKind.Headline, "Cierran el puente de Saltmarsh por grietas en dos pilares")
        .Body("El condado cerró el martes el puente de Saltmarsh.")
        .Build();
}
