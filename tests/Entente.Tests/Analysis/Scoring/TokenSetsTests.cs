using System.Collections.Immutable;
using Entente.Analysis.Scoring;
using Entente.Analysis.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Entente.Tests.Analysis.Scoring;

public sealed class TokenSetsTests
{
    [Fact]
    public void A_span_covers_every_token_that_it_touches()
    {
        ImmutableArray<Token> tokens = Tokenizer.Tokenize(Text.Documents.FromParagraphs("The pier is closed, she said.")).Tokens;
        Assert.Equal([0, 1], TokenSets.Under([new TextSpan(0, 8)], tokens).ToArray());
        Assert.Equal([1, 2], TokenSets.Under([new TextSpan(6, 10)], tokens).ToArray());
        Assert.Equal([0, 5], TokenSets.Under([new TextSpan(20, 23), new TextSpan(0, 3)], tokens).ToArray());
        Assert.Empty(TokenSets.Under([new TextSpan(3, 4)], tokens));
    }

    [Theory]
    [InlineData(new[] { 1, 2, 3 }, new[] { 2, 3, 4 }, 0.5)]
    [InlineData(new[] { 1, 2 }, new[] { 3 }, 0)]
    [InlineData(new int[0], new int[0], 0)]
    [InlineData(new[] { 5 }, new[] { 5 }, 1)]
    public void Likeness_is_what_is_common_over_what_is_in_either(int[] one, int[] other, double expected) =>
        Assert.Equal(expected, TokenSets.IntersectionOverUnion([.. one], [.. other]));

    [Fact]
    public void The_most_alike_are_paired_first_and_each_only_once()
    {
        ImmutableArray<int>[] found = [[1, 2, 3], [1, 2, 3, 4], [9]];
        ImmutableArray<int>[] gold = [[1, 2, 3, 4], [8, 9]];
        Assert.Equal([(1, 0), (2, 1)], TokenSets.Match(found, gold, 0.5).ToArray());
        Assert.Equal([(1, 0)], TokenSets.Match(found, gold, 0.6).ToArray());
    }

    [Fact]
    public void Matching_is_one_to_one_alike_enough_and_leaves_no_pair_that_could_be_had()
    {
        Gen<ImmutableArray<int>> set = Gen.Choose(0, 12).ArrayOf().Select(s => s.Distinct().Order().ToImmutableArray());
        Arbitrary<(ImmutableArray<int>[] Found, ImmutableArray<int>[] Gold)> sides = Arb.From(set.ArrayOf().Zip(set.ArrayOf()).Select(p => (p.Item1, p.Item2)));
        Prop.ForAll(sides, s =>
        {
            ImmutableArray<(int Found, int Gold)> matches = TokenSets.Match(s.Found, s.Gold, 0.4);
            Assert.Equal(matches.Length, matches.Select(m => m.Found).Distinct().Count());
            Assert.Equal(matches.Length, matches.Select(m => m.Gold).Distinct().Count());
            Assert.All(matches, m => Assert.True(TokenSets.IntersectionOverUnion(s.Found[m.Found], s.Gold[m.Gold]) >= 0.4));
            for (int f = 0; f < s.Found.Length; f++)
            {
                for (int g = 0; g < s.Gold.Length; g++)
                {
                    bool taken = matches.Any(m => m.Found == f || m.Gold == g);
                    Assert.True(taken || TokenSets.IntersectionOverUnion(s.Found[f], s.Gold[g]) < 0.4);
                }
            }
        }).QuickCheckThrowOnFailure();
    }
}
