using Entente.Analysis.Text;

namespace Entente.Tests.Analysis.Text;

public class DiagnosticCodeTests
{
    [Fact]
    public void A_message_names_the_culprit_and_says_what_would_help() =>
        Assert.Equal("pile/a.txt: empty. Fetch the report again: nothing was saved.", DiagnosticCode.Empty.For("pile/a.txt").Message);

    [Fact]
    public void A_name_that_would_steer_a_terminal_does_not()
    {
        string message = DiagnosticCode.Empty.For("a\e[31m\nb\u009Bc.txt").Message;
        Assert.DoesNotContain(message, char.IsControl);
        Assert.StartsWith("a\uFFFD[31m\uFFFDb\uFFFDc.txt", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_code_is_used_once_and_its_letter_tells_how_grave_it_is()
    {
        Assert.Equal(DiagnosticCode.All.Count, DiagnosticCode.All.Select(c => c.Code).Distinct(StringComparer.Ordinal).Count());
        Assert.All(DiagnosticCode.All, code => Assert.Equal(code.Severity switch { Severity.Error => 'E', Severity.Warning => 'W', _ => 'I' }, code.Code[0]));
    }
}
