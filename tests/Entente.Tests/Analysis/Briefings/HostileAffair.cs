using System.Collections.Immutable;
using Entente.Analysis.Attributions;
using Entente.Analysis.Briefings;
using Entente.Analysis.Lineage;
using Entente.Analysis.Stories;
using Entente.Analysis.Text;

namespace Entente.Tests.Analysis.Briefings;

/// <summary>Reports whose every foreign string tries to break out of the line, table, page or terminal it is printed in.</summary>
internal static class HostileAffair
{
    public const string Title = "</title><script>alert('1')</script> | **bold** [x](javascript:alert(2)) \e[31mred\r\n\u202eback <img src=x onerror=\"alert(3)\">";
    public const string Wide = "橋が閉鎖された橋が閉鎖された橋が閉鎖された橋が閉鎖された橋が閉鎖された橋が閉鎖された Z\u0351\u0313a\u0306\u0305\u031al\u0357g\u0308o 👩‍🚒👍🏽 https://example.org/an/address/that/is/longer/than/any/line/may/be/and/has/no/space/in/it/at/all";
    public const string Outlet = "<b onclick=alert(4)>Daily & \"Mail\"</b>\u0007";

    public static Briefing Build()
    {
        ImmutableArray<DocumentFindings> documents =
        [
            new ReportSketch("\"><svg onload=alert(5)>")
            {
                Path = "pile/'\"><script>alert(6)</script>.html",
                Url = "javascript:alert(7)",
                Title = Title,
                Outlet = new Outlet(Outlet),
                Byline = ["<i>By|line</i>\n# heading"],
                Language = "\"><script>",
                Diagnostics = [DiagnosticCode.Empty.For("<script>alert(8)</script>\e]0;x\u0007") with { Severity = Severity.Warning }],
            }.With(BlockKind.Headline, Title).Body("He said: “<script>alert(9)</script> it is not\nopen” and left.").Build(),
            new ReportSketch("wide")
            {
                Path = "pile/wide.html",
                Url = "https://example.org/?q=<\">'&x=1",
                Title = Wide,
                Outlet = new Outlet("橋の新聞橋の新聞橋の新聞橋の新聞橋の新聞"),
                Published = StatedTime.FromDay(new DateOnly(2026, 3, 4), TimeOrigin.Meta),
            }.With(BlockKind.Headline, Wide).Body("“<script>alert(9)</script> it is open” she said.").Build(),
        ];
        Pile pile = new(documents);
        string first = documents[0].Document.Id;
        return new Briefing(
            documents,
            [
                new StoryFindings(
                    new Story("s<1>", Title, [first, "wide"], ImmutableSortedDictionary<string, string>.Empty),
                    [
                        new Dependence("wide", false, first, DependenceType.Rewrite, Strength.Probable, Direction.Inferred, false,
                            [pile.Evidence("<script>", Title, ("wide", Wide), (first, "<script>alert(9)</script>"))], "<script>"),
                        new Dependence("<script>Wire</script>", true, "wide", DependenceType.Cites, Strength.Proven, Direction.Stated, true, [], "rule"),
                    ],
                    [new CreditChain(first, ["wide", "<script>Wire</script>"], ChainEnd.Circle)],
                    [
                        new QuotationFamily("q1", "<script>alert(10)</script>", null,
                            [pile.Variant(first, 0, "<script>alert(9)</script> it is not\nopen"), pile.Variant("wide", 0, "<script>alert(9)</script> it is open")],
                            [pile.Edit(first, "wide", EditKind.Negation, true, "not\n", "", toBefore: "open")]),
                    ]),
            ],
            [],
            [new MissingSource("<script>Wire</script>", ["wide"])],
            [new NearMiss("<b>", [first, "<script>"], Title)],
            [DiagnosticCode.NotFound.For("<script>alert(11)</script>")]);
    }
}
