using Entente.Analysis.Briefings;

namespace Entente.Tests.Analysis.Briefings;

public class BriefingTextTests
{
    [Theory]
    [InlineData(BriefingLength.Short)]
    [InlineData(BriefingLength.Normal)]
    [InlineData(BriefingLength.Full)]
    public void Bridge_affair_reads_as_approved(BriefingLength length) =>
        Approved.Matches(Written(BridgeAffair.Build(), new() { Length = length }), $"BridgeAffair.{length.ToString().ToLowerInvariant()}.txt");

    private static string Written(Briefing briefing, BriefingTextOptions options)
    {
        using StringWriter writer = new() { NewLine = "\r\n" };
        BriefingText.Write(briefing, writer, options);
        return writer.ToString();
    }
}
