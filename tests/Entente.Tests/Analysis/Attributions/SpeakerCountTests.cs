using Entente.Analysis.Attributions;
using Entente.Analysis.Text;
using Entente.Tests.Analysis.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Entente.Tests.Analysis.Attributions;

public sealed class SpeakerCountTests
{
    /// <summary>A report for each source: its words, its kind by a mark in front (@ body, * outlet, ~ role or other person unnamed), its outlet behind a bar; "-" states none.</summary>
    private static SpeakerVote Vote(params string[] sources) => SpeakerCount.Of([.. sources.Select((source, i) => Stated($"r{i + 1}", source))]);

    private static (Document, SpeakerMention?) Stated(string id, string source)
    {
        string[] parts = source.Split(" | ");
        string words = parts[0].TrimStart('@', '*', '~');
        Document document = Documents.Named(id, null, words) with { Outlet = parts.Length > 1 ? new Outlet(parts[1]) : null };
        SourceKind kind = source[0] switch
        {
            '@' => SourceKind.Body,
            '*' => SourceKind.Outlet,
            '~' => SourceKind.Anonymous,
            _ => words is "he" or "she" ? SourceKind.Pronoun : SourceKind.Person,
        };
        return (document, words == "-" ? null : new SpeakerMention(id, 0, kind, words, [new TextSpan(0, words.Length)], null));
    }

    [Theory]
    [InlineData("Brandt")]
    [InlineData("Ms Brandt")]
    [InlineData("O. Brandt")]
    [InlineData("Olga Brandt, the finance minister")]
    [InlineData("the finance minister, Olga Brandt")]
    [InlineData("the head of the treasury, Olga Brandt")]
    [InlineData("Finance Minister Olga Brandt of the Centre Party")]
    [InlineData("Olga M. Brandt")]
    [InlineData("ÓLGA BRANDT")]
    [InlineData("Dr. Olga Maria Brandt")]
    public void Forms_of_one_name_vote_together(string form)
    {
        SpeakerVote vote = Vote("Finance Minister Olga Brandt", form);

        Assert.Equal(SpeakerStanding.Named, vote.Standing);
        Assert.Equal(2, Assert.Single(vote.Candidates).Votes);
    }

    [Theory]
    [InlineData("Haider Abadi", "Prime Minister Haider al-Abadi")]
    [InlineData("Anna-Lena Holm", "Anna Lena Holm")]
    [InlineData("Ana Ruiz", "Ana Ruiz Soler")]
    [InlineData("Jan van der Meer", "Mr van der Meer")]
    public void Ways_of_writing_a_name_vote_together(string one, string other) => Assert.Equal(2, Assert.Single(Vote(one, other).Candidates).Votes);

    [Theory]
    [InlineData("Olga Brandt", "Otto Brandt")]
    [InlineData("Olga Brandt", "K. Brandt")]
    [InlineData("Olga M. Brandt", "Olga K. Brandt")]
    [InlineData("Olga Brandt", "Ada Lind")]
    [InlineData("@the Harbour Trust", "@the Harbour Trust Council")]
    [InlineData("@the Harbour Trust", "Ada Lind")]
    public void Different_names_that_tie_are_contested(string one, string other)
    {
        SpeakerVote vote = Vote(one, other);

        Assert.Equal(SpeakerStanding.Contested, vote.Standing);
        Assert.Null(vote.Winner);
        Assert.Equal([1, 1], vote.Candidates.Select(c => c.Votes));
    }

    [Fact]
    public void The_name_with_most_votes_wins_and_the_other_stays_with_its_evidence()
    {
        SpeakerVote vote = Vote("Ada Lind", "Olga Brandt", "-", "Minister Brandt", "the minister");

        Assert.Equal("Olga Brandt", vote.Winner!.Name);
        Assert.Equal(["r2", "r4"], vote.Winner.Mentions.Select(m => m.Document));
        Assert.Equal(["Ada Lind"], vote.Candidates.Skip(1).Select(c => c.Name));
        Assert.Equal(["the minister"], vote.Unnamed.Select(m => m.Words));
        Assert.Equal("r3", Assert.Single(vote.Silent));
    }

    [Fact]
    public void A_surname_that_fits_two_persons_is_nobodys_vote()
    {
        SpeakerVote vote = Vote("Olga Brandt", "Olga Brandt", "Otto Brandt", "Brandt");

        Assert.Equal(SpeakerStanding.Contested, vote.Standing);
        Assert.Equal([2, 1, 1], vote.Candidates.Select(c => c.Votes));
    }

    [Fact]
    public void Reports_of_one_publisher_vote_once()
    {
        SpeakerVote vote = Vote("Ada Lind | Harbour Gazette", "Ada Lind | The Harbour Gazette", "Olga Brandt | Pellow Post");

        Assert.Equal(SpeakerStanding.Contested, vote.Standing);
    }

    [Theory]
    [InlineData("the minister")]
    [InlineData("Finance Minister")]
    [InlineData("~another committee member")]
    [InlineData("~Residents")]
    [InlineData("@the ministry")]
    [InlineData("she")]
    public void A_role_or_a_pronoun_names_nobody(string source)
    {
        SpeakerVote vote = Vote(source, "-");

        Assert.Equal(SpeakerStanding.AsStated, vote.Standing);
        Assert.Empty(vote.Candidates);
        Assert.Single(vote.Unnamed);
    }

    [Fact]
    public void A_body_is_no_rival_of_the_person_who_speaks_for_it()
    {
        SpeakerVote vote = Vote("Ada Lind, chief executive of the Harbour Trust", "@the Harbour Trust");

        Assert.Equal("Ada Lind, chief executive of the Harbour Trust", vote.Winner!.Name);
        Assert.Equal(["the Harbour Trust"], vote.Unnamed.Select(m => m.Words));
    }

    [Theory]
    [InlineData("@Harbour Trust", "@the Harbour Trust")]
    [InlineData("@the Harbour Office", "@the harbour office")]
    [InlineData("*the Pellow Post", "*Pellow Post")]
    public void Bodies_and_outlets_are_one_by_their_whole_name(string one, string other) => Assert.Equal(2, Assert.Single(Vote(one, other).Candidates).Votes);

    [Fact]
    public void Nobody_stated_is_nobody() => Assert.Equal(SpeakerStanding.NotStated, Vote("-", "-").Standing);

    [Property(MaxTest = 60)]
    public Property Who_wins_does_not_depend_on_the_order_of_reports()
    {
        string[] sources = ["Ada Lind", "Olga Brandt", "Brandt", "O. Brandt", "Otto Brandt", "the minister", "-", "@Harbour Trust", "she", "Lind | Pellow Post", "Ada Lind | Pellow Post"];
        return Prop.ForAll(Gen.ListOf(Gen.Elements(sources)).ToArbitrary(), list =>
        {
            (Document, SpeakerMention?)[] stated = [.. list.Select((source, i) => Stated($"r{i}", source))];
            return Describe(SpeakerCount.Of(stated)) == Describe(SpeakerCount.Of([.. stated.Reverse()]));
        });
    }

    private static string Describe(SpeakerVote vote) => vote.Standing + " " + vote.Winner?.Votes + " "
        + string.Join(';', vote.Candidates.Select(c => $"{c.Votes} {string.Join(',', c.Mentions.Select(m => m.Document).Order(StringComparer.Ordinal))}").Order(StringComparer.Ordinal));
}
