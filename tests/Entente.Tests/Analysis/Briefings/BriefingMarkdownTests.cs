using Entente.Analysis.Briefings;

namespace Entente.Tests.Analysis.Briefings;

public class BriefingMarkdownTests
{
    [Fact]
    public void Bridge_affair_reads_as_approved() => Approved.Matches(Written(BridgeAffair.Build()), "BridgeAffair.md");

    private static string Written(Briefing briefing)
    {
        using StringWriter writer = new();
        BriefingMarkdown.Write(briefing, writer);
        return writer.ToString();
    }
}
