using Entente.Analysis.Attributions;

namespace Entente.Tests.Analysis.Attributions;

public sealed class ReportingLexiconTests
{
    [Theory]
    [InlineData("said", "say")]
    [InlineData("denies", "deny")]
    [InlineData("denied", "deny")]
    [InlineData("lying", "lie")]
    [InlineData("admitted", "admit")]
    [InlineData("agreeing", "agree")]
    [InlineData("foresaw", "foresee")]
    [InlineData("Told", "tell")]
    [InlineData("shown", "show")]
    [InlineData("showed", "show")]
    [InlineData("stresses", "stress")]
    public void Knows_a_verb_in_all_its_forms(string form, string lemma) => Assert.Equal(lemma, ReportingLexicon.Find(form)?.Verb?.Lemma);

    [Fact]
    public void A_word_may_report_as_several_parts_of_speech()
    {
        ReportingForm form = ReportingLexicon.Find("worried")!;
        Assert.Equal("worry", form.Verb!.Lemma);
        Assert.Equal("worried", form.Adjective!.Lemma);
    }

    [Fact]
    public void A_verb_on_several_lines_takes_what_all_of_them_say()
    {
        ReportingCue call = ReportingLexicon.Find("calls")!.Verb!;
        Assert.True(call.Has(CueTakes.ObjectPredicate));
        Assert.True(call.Has(CueTakes.ObjectInfinitive));
        Assert.Contains("for", call.Prepositions);
    }

    [Theory]
    [InlineData("sailed")]
    [InlineData("pier")]
    [InlineData("")]
    public void Other_words_report_nothing(string word) => Assert.Null(ReportingLexicon.Find(word));
}
