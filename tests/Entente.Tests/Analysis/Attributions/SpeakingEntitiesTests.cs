using Entente.Analysis;
using Entente.Analysis.Briefings;
using Entente.Tests.Analysis.Text;

namespace Entente.Tests.Analysis.Attributions;

public class SpeakingEntitiesTests
{
    [Theory]
    [InlineData("Harbour Minister Olga Brandt said on Monday that the lock would open. She said the money was there.", "Olga Brandt; Olga Brandt")]
    [InlineData("The Harwick Lock Company said the gates were safe. The company said it had paid.", "Harwick Lock Company; Harwick Lock Company")]
    [InlineData("Tomas Lind, an engineer at the port, said the crane was old. Lind said it would stay.", "Tomas Lind; Tomas Lind")]
    [InlineData("A spokesman for the Harwick Lock Company said the gates were safe.", "–")]
    [InlineData("Olga Brandt and Tomas Lind said the gates were safe.", "–")]
    [InlineData("Olga Brandt met Petra Hahn on Monday. A neighbour said the house was empty.", "–")]
    [InlineData("Two neighbours said the bridge fell.", "–")]
    public void The_entity_that_speaks_is_named_where_it_is_clear(string text, string expected)
    {
        DocumentFindings found = new DocumentAnalyser().Analyse(Documents.FromParagraphs(text));
        Assert.Equal(expected, string.Join("; ", found.Attributions.Select(a => a.Entity is { } id ? found.Entities.Single(e => e.Id == id).Name : "–")));
    }
}
