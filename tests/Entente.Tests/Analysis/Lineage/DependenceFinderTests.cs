using System.Collections.Immutable;
using Entente.Analysis.Lineage;
using Entente.Analysis.Reuse;
using Entente.Analysis.Text;
using static Entente.Tests.Analysis.Reuse.Reports;

namespace Entente.Tests.Analysis.Lineage;

public class DependenceFinderTests
{
    private const string Divers = "Divers found the second pontoon lying upside down in the harbour under nine metres of water on Monday morning, and nobody was inside it when it sank.";
    private const string Owner = "The owner had been told twice last winter that the chains were worn, and he had promised new ones before the thaw came.";
    private const string Fares = "Passengers pay four crowns for a crossing that used to take ten minutes and now takes an hour by the upper bridge at Stoke.";
    private const string Speech = "“We were told at noon that the gates would hold until the morning, and they did not hold,” said the engineer.";
    private const string OtherSpeech = "“Nobody from the company has been to see us since the night of the storm,” said a ferryman.";

    [Fact]
    public void A_credited_copy_is_a_reprint_from_the_report_in_the_pile()
    {
        Document source = Report("a", $"{Divers}\n\n{Owner}", "Harrow Courier");
        Document copy = Report("b", $"{Divers}\n\n{Owner}\n\nBy Harrow Courier", "Weald News", null, (CreditKind.Trailing, "The Harrow Courier", "By Harrow Courier"));
        Dependence edge = Assert.Single(Find(source, copy).Dependences);
        Assert.Equal(("a", "b", false, true), (edge.From, edge.To, edge.FromIsOutlet, edge.Credited));
        Assert.Equal((DependenceType.Reprint, Strength.Proven, Direction.Stated), (edge.Type, edge.Strength, edge.Direction));
        Assert.Equal("By Harrow Courier", edge.Evidence[0].Spans["b"].Single().Of(copy.Text));
        Assert.Equal(["a", "b"], edge.Evidence[1].Spans.Keys);
    }

    [Theory]
    [InlineData(Divers + "\n\n" + Owner + "\n\n" + Fares, Divers, DependenceType.Abridgement)]
    [InlineData(Divers, Divers + "\n\n" + Owner + "\n\n" + Fares, DependenceType.Expansion)]
    [InlineData(Divers + "\n\n" + Owner, Divers + "\n\n" + Fares, DependenceType.Excerpt)]
    [InlineData(Divers + "\n\n" + Speech, Fares + "\n\n" + Speech, DependenceType.Cites)]
    [InlineData(Divers + "\n\n" + Owner, Fares, DependenceType.Cites)]
    public void How_a_source_is_used_shows_in_how_much_of_each_stands_in_the_other(string source, string derived, DependenceType type)
    {
        Dependence edge = Assert.Single(Find(
            Report("a", source, "Harrow Courier"),
            Report("b", derived + " (Harrow Courier)", "Weald News", null, (CreditKind.AccordingTo, "Harrow Courier", "(Harrow Courier)"))).Dependences);
        Assert.Equal((type, "a", Direction.Stated, Strength.Proven), (edge.Type, edge.From, edge.Direction, edge.Strength));
    }

    [Theory]
    [InlineData(CreditKind.Byline, DependenceType.Reprint)]
    [InlineData(CreditKind.OriginalSource, DependenceType.Reprint)]
    [InlineData(CreditKind.Dateline, DependenceType.Reprint)]
    [InlineData(CreditKind.Told, DependenceType.Cites)]
    [InlineData(CreditKind.AccordingTo, DependenceType.Cites)]
    public void An_outlet_that_is_not_in_the_pile_is_a_missing_source(CreditKind kind, DependenceType type)
    {
        DependenceFindings found = Find(Report("b", Fares + " Source: Pellow Post.", "Weald News", null, (kind, "Pellow Post", "Pellow Post")));
        Dependence edge = Assert.Single(found.Dependences);
        Assert.Equal(("Pellow Post", true, type), (edge.From, edge.FromIsOutlet, edge.Type));
        MissingSource missing = Assert.Single(MissingSources.From(found.Dependences));
        Assert.Equal("Pellow Post", missing.Outlet);
        Assert.Equal("b", Assert.Single(missing.CreditedBy));
    }

    [Theory]
    [InlineData("Distributed by Pellow Post", DependenceType.Reprint)]
    [InlineData("Pellow Post contributed to this report", DependenceType.Cites)]
    public void A_syndicated_report_is_a_reprint_and_a_contribution_is_not(string credit, DependenceType type)
        => Assert.Equal(type, Assert.Single(Find(Report("b", $"{Fares} {credit}.", "Weald News", null, (CreditKind.Syndicated, "Pellow Post", credit))).Dependences).Type);

    [Fact]
    public void A_credit_that_stands_nowhere_in_the_text_has_no_span()
    {
        Document fed = Report("b", Fares, "Weald News") with { Credits = [new Credit(CreditKind.Syndicated, "Pellow Post", new TextSpan(0, 0), "feed")] };
        Evidence evidence = Assert.Single(Assert.Single(Find(fed).Dependences).Evidence);
        Assert.Equal("syndicated", evidence.Detail);
        Assert.Empty(evidence.Spans["b"]);
    }

    [Fact]
    public void A_report_that_came_later_is_not_the_one_credited()
    {
        DependenceFindings found = Find(
            Report("a", $"{Divers}\n\n{Owner}", "Harrow Courier", "2026-03-20"),
            Report("b", $"{Divers} (Harrow Courier)", "Weald News", "2026-03-10", (CreditKind.Via, "Harrow Courier", "(Harrow Courier)")));
        Assert.Contains(found.Dependences, d => d is { FromIsOutlet: true, From: "Harrow Courier", To: "b" });
        Assert.DoesNotContain(found.Dependences, d => d is { From: "a", To: "b" });
        Assert.Contains(found.Rejected, r => r.Reason.Contains("published later", StringComparison.Ordinal));
    }

    [Fact]
    public void A_publishers_credit_to_itself_is_no_dependence()
        => Assert.Empty(Find(Report("b", Fares + " told the Weald News.", "Weald News", null, (CreditKind.Told, "The Weald News", "told the Weald News"))).Dependences);

    [Fact]
    public void A_link_says_which_report_is_meant()
    {
        Document source = Report("a", Divers, "Harrow Courier") with { Url = "https://www.courier.example/pontoon/" };
        Document reader = Report("b", Fares + " More here.", "Weald News");
        reader = reader with { Links = [new Link(new TextSpan(reader.Text.Length - 10, reader.Text.Length), "http://courier.example/pontoon?from=weald")] };
        Dependence edge = Assert.Single(Find(source, reader).Dependences);
        Assert.Equal(("a", DependenceType.Cites, "link/cites"), (edge.From, edge.Type, edge.Rule));
    }

    [Fact]
    public void Long_shared_text_without_a_credit_proves_dependence_but_not_its_direction()
    {
        Dependence edge = Assert.Single(Find(Report("a", $"{Owner} {Divers} {Fares}", "Harrow Courier"), Report("b", $"{Fares} We asked around. {Divers}", "Weald News")).Dependences);
        Assert.Equal((Strength.Proven, Direction.Unknown, false), (edge.Strength, edge.Direction, edge.Credited));
    }

    [Fact]
    public void The_earlier_of_two_is_inferred_to_be_the_source_only_if_it_is_certainly_earlier()
    {
        Document one = Report("b", $"{Divers} {Owner}", "Harrow Courier", "2026-03-10");
        Document nextDay = Report("a", $"{Divers} {Fares}", "Weald News", "2026-03-11");
        Document later = nextDay with { Published = Day("2026-03-13") };
        Assert.Equal(Direction.Unknown, Assert.Single(Find(one, nextDay).Dependences).Direction);
        Dependence edge = Assert.Single(Find(one, later).Dependences);
        Assert.Equal(("b", "a", Direction.Inferred), (edge.From, edge.To, edge.Direction));
        Assert.Contains(edge.Evidence, e => e.Kind == "time");
    }

    [Fact]
    public void A_short_shared_run_in_a_long_report_is_a_near_miss()
    {
        Document one = Report("a", $"The wind fell at dusk. Divers found the second pontoon lying upside down under nine metres of water. {Owner} {Fares} Nobody at the yard would say who had signed for the new ropes, nor when they had last been seen whole.");
        Document other = Report("b", "We heard nothing for days from anyone about all that had been lost in the night of the great storm. Then it was said that divers found the second pontoon lying upside down under nine metres of mud. "
            + "The market was open, bread was baked, and children went to school along the new path that leads over the hill to Pellow and back again in the evening, as they always had, while the old men sat on the wall by the quay and spoke of other winters.");
        DependenceFindings found = Find(one, other);
        Assert.Empty(found.Dependences);
        Assert.Contains(found.Rejected, r => r.Reason.StartsWith("share 12 words outside quotation marks", StringComparison.Ordinal));
    }

    [Fact]
    public void A_quotation_alone_is_a_near_miss()
    {
        Document fuller = Report("b", $"{Divers} {Speech} {OtherSpeech}", "Harrow Courier", "2026-03-10");
        Document lesser = Report("a", $"{Fares} {Speech}", "Weald News", "2026-03-20");
        DependenceFindings found = Find(fuller, lesser);
        Assert.Empty(found.Dependences);
        Assert.Contains(found.Rejected, r => r.Reason.Contains("the same quotation", StringComparison.Ordinal));
    }

    [Fact]
    public void A_rewrite_is_known_by_the_details_that_no_other_report_has()
    {
        Document source = Report("a", $"{Divers} {Owner} {Speech}", "Harrow Courier", "2026-03-10");
        Document rewrite = Report("b", "Upside down, nine metres below the water, lay the second pontoon when divers came to it in the harbour. Twice last winter its owner had been told of worn chains; by the thaw there were to be new ones.", "Weald News", "2026-03-14");
        Document independent = Report("c", $"{Fares} The second pontoon sank on Monday morning.", "Stoke Herald", "2026-03-14");
        Dependence edge = Assert.Single(Find(source, rewrite, independent).Dependences);
        Assert.Equal(("a", "b", DependenceType.Rewrite, Strength.Probable, Direction.Inferred, false), (edge.From, edge.To, edge.Type, edge.Strength, edge.Direction, edge.Credited));
        Evidence details = edge.Evidence.Single(e => e.Kind == "details");
        Assert.Contains("by weight, stand in the other too: \"", details.Detail, StringComparison.Ordinal);
        Assert.Contains("second pontoon", details.Spans["b"].Select(span => span.Of(rewrite.Text)));
    }

    [Fact]
    public void Two_write_ups_of_one_handout_have_it_in_common()
    {
        Document one = Report("a", "The yard will close its upper slip until spring, its owner said in a statement. Fourteen shipwrights keep their pay and two cranes go to Pellow, the owner added.", "Harrow Courier", "2026-03-10");
        Document other = Report("b", "Until spring the upper slip stays closed, said the statement of the yard. Two cranes are to go to Pellow; its fourteen shipwrights keep their pay.", "Weald News", "2026-03-14");
        Document third = Report("c", Fares, "Stoke Herald", "2026-03-14");
        Dependence edge = Assert.Single(Find(one, other, third).Dependences);
        Assert.Equal((DependenceType.CommonSource, Strength.Probable, "matter/handout"), (edge.Type, edge.Strength, edge.Rule));
    }

    [Fact]
    public void A_handout_that_is_in_the_pile_is_the_source_of_who_names_it()
    {
        Document handout = Report("a", "# STATEMENT: Upper slip to close\n\nThe yard will close its upper slip until spring. Fourteen shipwrights keep their pay and two cranes go to Pellow.", null, "2026-03-10");
        Document report = Report("b", "Until spring the upper slip stays closed, the yard said in a statement. Two cranes are to go to Pellow; its fourteen shipwrights keep their pay.", "Weald News", "2026-03-14");
        Document third = Report("c", Fares, "Stoke Herald", "2026-03-14");
        Dependence edge = Assert.Single(Find(handout, report, third).Dependences);
        Assert.Equal(("a", "b", Direction.Stated, true, "matter/handed-out"), (edge.From, edge.To, edge.Direction, edge.Credited, edge.Rule));
    }

    [Fact]
    public void Who_quotes_nothing_but_what_another_quotes_needs_fewer_details()
    {
        const string speeches = "“We were told at noon that the gates would hold until the morning, and they did not hold,” said the engineer. “Nobody from the company has been to see us since the night of the storm,” a ferryman said.";
        const string own = " Bread at Stoke was sold by the slice, and the mill stood still for want of flour while carters argued over tolls. A fiddler played at the inn; nobody danced.";
        Document source = Report("a", $"{speeches} {Owner} {Divers}", "Harrow Courier", "2026-03-10");
        Document quoting = Report("b", $"{speeches} Twice last winter the owner heard that the chains were worn.{own}", "Weald News", "2026-03-14");
        Document silent = Report("b", $"Twice last winter the owner heard that the chains were worn, the engineer said; a ferryman said so too.{own}", "Weald News", "2026-03-14");
        Document third = Report("c", Fares, "Stoke Herald", "2026-03-14");
        Assert.Contains(Find(source, quoting, third).Dependences, d => d is { From: "a", To: "b", Rule: "matter/accounts-for" });
        Assert.Empty(Find(source, silent, third).Dependences);
    }

    [Fact]
    public void A_source_hides_its_own_source()
    {
        Document first = Report("a", $"{Divers} {Owner}", "Harrow Courier", "2026-03-10");
        Document second = Report("b", $"{Divers} {Owner} Who made the chains nobody at the yard remembers, though its foreman keeps a ledger bound in sealskin.", "Weald News", "2026-03-14");
        Document third = Report("c", $"Twice last winter the owner heard that the chains were worn. A foreman's ledger bound in sealskin does not say who made them, and at the yard nobody remembers.", "Stoke Herald", "2026-03-20");
        Assert.Equal(["a > b", "b > c"], Find(first, second, third).Dependences.Select(d => $"{d.From} > {d.To}"));
    }

    [Fact]
    public void An_outlet_builds_on_its_own_earlier_report_and_a_common_ending_is_no_sign_of_it()
    {
        const string ending = "\n\nWrite to our desk at any hour of day or night with news and pictures, thank you for reading the paper.";
        Document earlier = Report("a", $"{Divers} {Owner}{ending}", "Harrow Courier", "2026-03-10");
        Document followUp = Report("b", $"The owner has now been fined. He had been told last winter that the chains were worn and had promised new ones. {Fares}{ending}", "Harrow Courier", "2026-03-14");
        Document other = Report("c", $"{OtherSpeech} Bread was baked as ever.{ending}", "Harrow Courier", "2026-03-20");
        DependenceFindings found = Find(earlier, followUp, other);
        Assert.Equal("a > b matter/own-earlier-report", string.Join("; ", found.Dependences.Select(d => $"{d.From} > {d.To} {d.Rule}")));
        Assert.Contains(found.Rejected, r => r.Reason.Contains("begins or ends both reports with", StringComparison.Ordinal));
    }

    [Fact]
    public void Reports_that_each_quote_more_may_both_have_heard_it()
    {
        DependenceFindings found = Find(
            Report("a", $"{Divers} {Speech} {OtherSpeech}"),
            Report("b", $"{Fares} {Speech} “I saw the chain go, and then the whole deck went after it,” said a boy."));
        Assert.Empty(found.Dependences);
        Assert.Contains("may have heard", Assert.Single(found.Rejected).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_that_both_name_a_news_conference_may_both_have_been_there()
    {
        Dependence edge = Assert.Single(Find(
            Report("a", $"{Divers}\n\n{Speech} He spoke at a news conference."),
            Report("b", $"{Fares}\n\nReporters asked him why. {Speech}")).Dependences);
        Assert.Equal((DependenceType.CommonSource, Strength.Probable, Direction.Unknown), (edge.Type, edge.Strength, edge.Direction));
        Assert.Equal("\"conference\", \"Reporters\"", edge.Evidence[0].Detail);
    }

    [Fact]
    public void A_missing_source_that_both_credit_explains_what_they_share()
    {
        Document reprint = Report("a", $"By Pellow Post\n\n{Divers}\n\n{Owner}\n\n{Fares}", "Harrow Courier", null, (CreditKind.Byline, "Pellow Post", "By Pellow Post"));
        Document quoting = Report("b", $"The ferry is closed.\n\nAccording to PellowPost, “{Owner}”", "Weald News", null, (CreditKind.AccordingTo, "PellowPost", "According to PellowPost"));
        ImmutableArray<Dependence> edges = Find(reprint, quoting).Dependences;
        Assert.Equal(3, edges.Length);
        Assert.Equal(["a", "b"], edges.Where(d => d.FromIsOutlet).Select(d => d.To));
        Dependence common = edges.Single(d => !d.FromIsOutlet);
        Assert.Equal((DependenceType.CommonSource, Direction.Unknown, true), (common.Type, common.Direction, common.Credited));
        Assert.Equal("both have it from Pellow Post", common.Evidence[0].Detail);
    }

    [Fact]
    public void A_missing_source_explains_only_what_stands_beside_its_credit()
    {
        Document one = Report("a", $"{Divers}\n\n{Owner}\n\n{Fares}\n\nThe wind fell.\n\nHe told Pellow Post so.", "Harrow Courier", null, (CreditKind.Told, "Pellow Post", "told Pellow Post"));
        Document other = Report("b", $"{Divers}\n\n{Owner}\n\nIt was cold.\n\nBread was baked.\n\nHe told Pellow Post so.", "Weald News", null, (CreditKind.Told, "Pellow Post", "told Pellow Post"));
        Assert.Contains(Find(one, other).Dependences, d => d is { FromIsOutlet: false, Type: not DependenceType.CommonSource, Strength: Strength.Proven });
    }

    [Fact]
    public void Two_copies_of_one_report_in_the_pile_have_it_in_common()
    {
        (CreditKind, string, string) credit = (CreditKind.Via, "Harrow Courier", "(Harrow Courier)");
        ImmutableArray<Dependence> edges = Find(
            Report("a", $"{Divers}\n\n{Owner}\n\n{Fares}", "Harrow Courier"),
            Report("b", $"{Divers}\n\n{Owner} (Harrow Courier)", "Weald News", null, credit),
            Report("c", $"{Divers}\n\n{Fares} (Harrow Courier)", "Stoke Herald", null, credit)).Dependences;
        Assert.Equal(["a-b Abridgement", "a-c Abridgement", "b-c CommonSource"], edges.Select(d => $"{d.From}-{d.To} {d.Type}"));
    }

    [Fact]
    public void An_outlets_own_furniture_joins_nothing()
    {
        const string footer = "\n\nSend your news and pictures of the valley to our desk at any hour of day or night, we answer all, and thank you for reading the paper.";
        Document[] pile = [Report("a", Divers + footer, "Weald News"), Report("b", Owner + footer, "Weald News"), Report("c", Fares + footer, "Weald News")];
        SharedText shared = PassageFinder.Find(Tokenized(pile));
        OutletSeries series = OutletSeries.Find(pile, shared.Passages);
        DependenceFindings found = DependenceFinder.Find(Attributed(pile), shared, series, []);
        Assert.Empty(found.Dependences);
        Assert.Equal(3, found.Rejected.Count(r => r.Reason.Contains("furniture", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_edge_carries_evidence_and_the_rule_that_made_it()
    {
        DependenceFindings found = Find(
            Report("a", $"{Divers} {Speech} He told reporters so.", "Harrow Courier"),
            Report("b", $"{Divers} told the Pellow Post", "Weald News", null, (CreditKind.Told, "Pellow Post", "told the Pellow Post")),
            Report("c", $"{Fares} {Speech} He spoke at a briefing."));
        Assert.True(found.Dependences.Length >= 3);
        Assert.All(found.Dependences, d =>
        {
            Assert.NotEmpty(d.Rule);
            Assert.NotEmpty(d.Evidence);
            Assert.All(d.Evidence.Where(e => e.Kind == "passage"), e => Assert.Equal(2, e.Spans.Count));
        });
    }

    private static DependenceFindings Find(params Document[] pile)
    {
        SharedText shared = PassageFinder.Find(Tokenized(pile));
        return DependenceFinder.Find(Attributed(pile), shared, OutletSeries.Find(pile, []), []);
    }
}
