using Entente.Fuzz;

namespace Entente.Tests.Reading;

public sealed class FuzzTests
{
    public static TheoryData<string> Names => [.. Targets.All.Where(static target => target.Name != "pdf").Select(static target => target.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_mutated_input_breaks_a_rule(string name)
    {
        FuzzTarget target = Targets.All.Single(one => one.Name == name);

        FuzzOutcome outcome = target.Run(seed: 20, static run => run < 300);

        Assert.True(outcome.Input is null, $"run {outcome.Runs - 1}: {outcome.Broken}");
        Assert.Equal(300, outcome.Runs);
    }
}
