using Entente.Analysis.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Entente.Tests.Analysis.Text;

public sealed class TokenizerTests
{
    private static string Tokens(string text)
    {
        List<Token> tokens = [];
        Tokenizer.Tokenize(text, new TextSpan(0, text.Length), tokens);
        return string.Join(' ', tokens.Select(t => t.Span.Of(text)));
    }

    [Theory]
    [InlineData("Don't say it's theirs.", "Do n't say it 's theirs .")]
    [InlineData("They’ll can’t we’ve", "They ’ll ca n’t we ’ve")]
    [InlineData("the soldiers' boots", "the soldiers ' boots")]
    [InlineData("at five o'clock in Ba'ath", "at five o'clock in Ba'ath")]
    [InlineData("cannot", "can not")]
    public void Parts_clitics(string text, string expected) => Assert.Equal(expected, Tokens(text));

    [Theory]
    [InlineData("a well-known e-mail from al-Rashid", "a well - known e-mail from al - Rashid")]
    [InlineData("20-25 tanks on 2015-12-09", "20 - 25 tanks on 2015-12-09")]
    public void Parts_compounds_but_keeps_prefixes_and_dates(string text, string expected) => Assert.Equal(expected, Tokens(text));

    [Theory]
    [InlineData("Write to press.office@example.org.", "Write to press.office@example.org .")]
    [InlineData("See (https://example.org/a?b=1), now", "See ( https://example.org/a?b=1 ) , now")]
    [InlineData("By @port_watch on #ferries", "By @port_watch on #ferries")]
    [InlineData("www.example.com/x.", "www.example.com/x .")]
    [InlineData("It ended.Then it began.", "It ended . Then it began .")]
    [InlineData("rec.boats.rowing had PIER_plan.DOC from lin...@example.org", "rec.boats.rowing had PIER_plan.DOC from lin...@example.org")]
    [InlineData("It ended.then it began", "It ended . then it began")]
    public void Keeps_addresses_whole(string text, string expected) => Assert.Equal(expected, Tokens(text));

    [Fact]
    public void Marks_addresses_as_such()
    {
        List<Token> tokens = [];
        Tokenizer.Tokenize("x@example.org", new TextSpan(0, 13), tokens);
        Assert.Equal([new Token(0, 13, TokenKind.Address)], tokens);
    }

    [Theory]
    [InlineData("1,234.5 at 10:30, 50%", "1,234.5 at 10:30 , 50 %")]
    [InlineData("the 1990s and the 5th", "the 1990s and the 5th")]
    [InlineData("$3.5bn in 2015.", "$ 3.5 bn in 2015 .")]
    [InlineData("about 70k at 4GB, 3D and 5th", "about 70 k at 4 GB , 3D and 5th")]
    public void Keeps_figures_whole(string text, string expected) => Assert.Equal(expected, Tokens(text));

    [Theory]
    [InlineData("Mr. Lind of the U.S. met Dr. Holm at 9 a.m. sharp.", "Mr. Lind of the U.S. met Dr. Holm at 9 a.m. sharp .")]
    [InlineData("He said no. Room No. 5 is shut.", "He said no . Room No. 5 is shut .")]
    [InlineData("J. Smith", "J. Smith")]
    [InlineData("a Ph.D. by Pier Inc.. Or [George W.] Lind (b. May 1950, c. 1951) v. Holm", "a Ph.D. by Pier Inc. . Or [ George W. ] Lind ( b. May 1950 , c. 1951 ) v. Holm")]
    [InlineData("a plan b. Then plan c.", "a plan b . Then plan c .")]
    public void Keeps_the_dot_of_an_abbreviation(string text, string expected) => Assert.Equal(expected, Tokens(text));

    [Theory]
    [InlineData("Well... yes… no", "Well ... yes … no")]
    [InlineData("What?!? Now..? Yes!. No:-)", "What ?!? Now ..? Yes !. No :-)")]
    [InlineData("“a" + "\"" + " ''b'' «c»", "“ a \" '' b '' « c »")]
    public void Keeps_an_ellipsis_whole_and_quotation_marks_apart(string text, string expected) => Assert.Equal(expected, Tokens(text));

    [Property(MaxTest = 300)]
    public Property Tokens_are_in_order_inside_the_span_and_cover_all_but_white_space()
    {
        Gen<char> characters = Gen.Elements("ab Z.,'’\"“”‘-–…@#/:[](*_\n\t\u00A01902%$é\u0301\uD83D\uDE00\uD800&s".ToCharArray());
        return Prop.ForAll(Gen.ArrayOf(characters).ToArbitrary(), chars =>
        {
            string text = new(chars);
            TextSpan span = new(Math.Min(1, text.Length), Math.Max(Math.Min(1, text.Length), text.Length - 1));
            List<Token> tokens = [];
            Tokenizer.Tokenize(text, span, tokens);
            int at = span.Start;
            foreach (Token token in tokens)
            {
                if (token.Start < at || token.End <= token.Start || token.End > span.End || !string.IsNullOrWhiteSpace(text[at..token.Start]))
                {
                    return false;
                }

                at = token.End;
            }

            return string.IsNullOrWhiteSpace(text[at..span.End]);
        });
    }

    [Fact]
    public void Only_reporting_blocks_carry_tokens()
    {
        Document document = Documents.FromParagraphs("One.", "Two.");
        document = document with { Blocks = [document.Blocks[0] with { Kind = BlockKind.Comment }, document.Blocks[1]] };
        TokenizedDocument tokenized = Tokenizer.Tokenize(document);
        Assert.Equal(["Two", "."], tokenized.Tokens.Select(t => t.Span.Of(document.Text)));
    }

    [Fact]
    public void Allocates_nothing_for_a_token()
    {
        string text = string.Concat(Enumerable.Repeat("Mr. Lind's e-mail (lind@example.org) didn't say \"no\" to 1,200 well-known U.S. ferries… ", 50));
        List<Token> tokens = new(20_000);
        Tokenizer.Tokenize(text, new TextSpan(0, text.Length), tokens);
        tokens.Clear();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Tokenizer.Tokenize(text, new TextSpan(0, text.Length), tokens);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
