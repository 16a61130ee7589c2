using Entente.Analysis.Scoring;
using Entente.Cli.Evaluation;

namespace Entente.Tests.Cli.Evaluation;

public sealed class BratFileTests
{
    private const string Text = "“The quay is 😀 dry,” Ada Lund said, “and safe.” A pilot\nagreed.";

    private const string Annotations =
        "T1\tSource 21 29\tAda Lund\n" +
        "T2\tCue 30 34\tsaid\n" +
        "T3\tContent 0 20;36 47\t“The quay is 😀 dry,” “and safe.”\n" +
        "T4\tAttribution 30 34\tsaid\n" +
        "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n" +
        "T5\tAttribution-no-source 56 62\tagreed\n" +
        "#1\tAnnotatorNotes T5\tnot sure\n" +
        "E2\tAttribution-no-source:T5 Content:T1 Content2:T2\n";

    [Fact]
    public void Reads_places_by_code_point_and_in_several_parts()
    {
        BratFile file = BratFile.Read(Annotations, "a.ann", Text);
        Assert.Empty(file.Diagnostics);
        GoldAttribution first = file.Attributions[0];
        Assert.Equal(["“The quay is 😀 dry,”", "“and safe.”"], first.Content.Select(s => s.Of(Text)));
        Assert.Equal("Ada Lund", Assert.Single(first.Source).Of(Text));
        GoldAttribution second = file.Attributions[1];
        Assert.Empty(second.Source);
        Assert.Equal(["Ada Lund", "said"], second.Content.Select(s => s.Of(Text)));
    }

    [Fact]
    public void Marked_words_may_run_over_a_line_end()
    {
        BratFile file = BratFile.Read("T1\tContent 48 62\tA pilot\nagreed\nE1\tContent:T1\n", "a.ann", Text);
        Assert.Empty(file.Diagnostics);
        Assert.Equal("A pilot\nagreed", file.Attributions[0].Content[0].Of(Text));
    }

    [Theory]
    [InlineData("T1\tContent 21\tAda Lund", "E1501")]
    [InlineData("T1\tContent 29 21\tAda Lund", "E1501")]
    [InlineData("T1\tContent 21 99999999999\tAda Lund", "E1501")]
    [InlineData("T1\tContent -1 4\tAda Lund", "E1501")]
    [InlineData("T1\tContent 21 29", "E1501")]
    [InlineData("nothing that brat writes", "E1501")]
    [InlineData("T1\tContent 21 900\tAda Lund", "E1502")]
    [InlineData("T1\tContent 22 30\tAda Lund", "E1502")]
    [InlineData("E1\tContent:T7", "E1501")]
    [InlineData("E1\tContent", "E1501")]
    [InlineData("T1\tCue 30 34\tsaid\nE1\tCue:T1", "W1503")]
    public void What_cannot_be_read_is_named_and_the_rest_kept(string lines, string code)
    {
        BratFile file = BratFile.Read(lines + "\nT9\tContent 36 47\t“and safe.”\nE9\tContent:T9\n", "a.ann", Text);
        Assert.Equal(code, Assert.Single(file.Diagnostics).Code);
        Assert.Contains("a.ann: line ", file.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.Equal("“and safe.”", Assert.Single(file.Attributions).Content[0].Of(Text));
    }

    [Fact]
    public void No_damage_to_a_file_makes_reading_fail_or_point_outside_the_text()
    {
        Random random = new(20150);
        const string Alphabet = "TE#1 9\t\n;:“x-\uD83D";
        for (int run = 0; run < 4_000; run++)
        {
            char[] damaged = Annotations.ToCharArray();
            for (int k = random.Next(1, 8); k > 0; k--)
            {
                damaged[random.Next(damaged.Length)] = Alphabet[random.Next(Alphabet.Length)];
            }

            BratFile file = BratFile.Read(new string(damaged, 0, random.Next(damaged.Length)), "a.ann", Text);
            Assert.All(file.Attributions.SelectMany(a => a.Source.Concat(a.Cue).Concat(a.Content)), s => Assert.True(s.Start >= 0 && s.Start < s.End && s.End <= Text.Length));
            Assert.All(file.Diagnostics, d => Assert.Contains("a.ann", d.Message, StringComparison.Ordinal));
        }
    }
}
