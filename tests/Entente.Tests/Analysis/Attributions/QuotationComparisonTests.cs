using Entente.Analysis.Attributions;
using Entente.Analysis.Text;

namespace Entente.Tests.Analysis.Attributions;

public sealed class QuotationComparisonTests
{
    private const string Said = "The harbour board will reopen both piers before the winter because the island cannot live without them.";

    private static WordEdit Only(string first, string second) => Assert.Single(QuotationComparison.Compare(first, second).Edits);

    [Theory]
    [InlineData("will", "may", EditKind.Modal, true)]
    [InlineData("both piers", "three piers", EditKind.Number, false)]
    [InlineData("will reopen", "will not reopen", EditKind.Negation, true)]
    [InlineData("both piers", "all piers", EditKind.Scope, true)]
    [InlineData("harbour board", "Harbour Trust", EditKind.Changed, true)]
    [InlineData("harbour", "harbor", EditKind.Spelling, false)]
    [InlineData("before the winter because", "before the winter, because", EditKind.Punctuation, false)]
    [InlineData("the winter ", "the long winter ", EditKind.Added, true)]
    [InlineData("the winter ", "winter ", EditKind.Dropped, false)]
    [InlineData("before the winter because", "because", EditKind.Dropped, true)]
    [InlineData("before the winter because", "… because", EditKind.Dropped, false)]
    [InlineData("island", "[larger] island", EditKind.Added, false)]
    public void Names_each_edit(string from, string to, EditKind kind, bool bears)
    {
        WordEdit edit = Only(Said, Said.Replace(from, to, StringComparison.Ordinal));
        if (from == "both piers" && to == "three piers")
        {
            // A scope word gave way to a figure: the figure is what counts.
            Assert.True(edit.MeaningBearing);
        }
        else
        {
            Assert.Equal(bears, edit.MeaningBearing);
        }

        Assert.Equal(kind, edit.Kind);
    }

    [Fact]
    public void A_word_between_dashes_left_out_silently_bears_meaning()
    {
        WordEdit edit = Only("The company is still seen – rightly – as a foreign body on the island", "the company is still seen as a foreign body on the island");
        Assert.Equal((EditKind.Dropped, true, "rightly"), (edit.Kind, edit.MeaningBearing, edit.From));
    }

    [Theory]
    [InlineData("IS", "Hezbollah")]
    [InlineData("the Islamic State", "the Taliban")]
    [InlineData("England", "Scotland")]
    [InlineData("Russia", "the Soviet Union")]
    public void Another_name_bears_meaning(string from, string to)
    {
        WordEdit edit = Only($"We will send the old ferries against {from} and the whole fleet", $"We will send the old ferries against {to} and the whole fleet");
        Assert.Equal((EditKind.Name, true), (edit.Kind, edit.MeaningBearing));
    }

    [Theory]
    [InlineData("IS", "ISIS")]
    [InlineData("IS", "the Islamic State")]
    [InlineData("Islamic State", "Islamic State of Iraq and the Levant")]
    [InlineData("Islamic State", "[Daesh]")]
    [InlineData("Burma", "Myanmar")]
    [InlineData("the European Union", "the EU")]
    public void Another_name_of_the_same_is_shown_and_bears_no_meaning(string from, string to)
    {
        WordEdit edit = Only($"We will send the old ferries against {from} and the whole fleet", $"We will send the old ferries against {to} and the whole fleet");
        Assert.Equal((EditKind.Alias, false), (edit.Kind, edit.MeaningBearing));
        Assert.NotEqual(edit.From, edit.To);
    }

    [Fact]
    public void A_verb_is_no_name()
    {
        WordEdit edit = Only("The ferry we will send is not the whole fleet", "The ferry we will send Daesh not the whole fleet");
        Assert.NotEqual(EditKind.Alias, edit.Kind);
    }

    [Fact]
    public void Initials_mean_the_full_name_only_where_a_report_sets_them_side_by_side()
    {
        const string full = "The keys are with the Harbour Lock Trust since the fire", initials = "The keys are with the HLT since the fire";
        Assert.Equal((EditKind.Name, true), Kind("", full, initials));
        Assert.Equal((EditKind.Alias, false), Kind("The Harbour Lock Trust (HLT) said: ", full, initials));
        Assert.Equal((EditKind.Alias, false), Kind("The HLT (Harbour Lock Trust) said: ", initials, full));

        static (EditKind, bool) Kind(string before, string one, string other)
        {
            string first = before + one;
            WordEdit edit = Assert.Single(QuotationComparison.Compare(first, [new TextSpan(before.Length, first.Length)], other, [new TextSpan(0, other.Length)]).Edits);
            return (edit.Kind, edit.MeaningBearing);
        }
    }

    [Theory]
    [InlineData("1.5", "15")]
    [InlineData("1,500", "1.5")]
    [InlineData(".5", "5")]
    public void Another_figure_bears_meaning(string from, string to)
    {
        WordEdit edit = Only($"We carried {from} tonnes over the old pier in a day", $"We carried {to} tonnes over the old pier in a day");
        Assert.Equal((EditKind.Number, true), (edit.Kind, edit.MeaningBearing));
    }

    [Fact]
    public void Another_word_bears_meaning_however_near_its_spelling()
    {
        WordEdit edit = Only("The harbour board filed the old pier plan in May", "The harbour board filled the old pier plan in May");
        Assert.NotEqual(EditKind.Spelling, edit.Kind);
    }

    [Theory]
    [InlineData("both piers before", "both piers … before")]
    [InlineData("both piers before the winter because", "both piers … because")]
    [InlineData("both piers before the winter because", "both piers…because")]
    [InlineData("both piers before the winter because", "both piers ... because")]
    [InlineData("both piers before the winter because", "both piers.... Because")]
    [InlineData("both piers before the winter because", "both piers . . . because")]
    [InlineData("both piers before the winter because", "both piers […] because")]
    [InlineData("both piers before the winter because", "both piers [...] because")]
    [InlineData("both piers before the winter because", "both piers (...) because")]
    [InlineData("The harbour board will", "… The harbour board will")]
    [InlineData("The harbour board will", "… will")]
    [InlineData("live without them.", "live without them …")]
    [InlineData("because the island cannot live without them.", "because the island…")]
    [InlineData("reopen both piers before", "reopen both piers [of the northern harbour] before")]
    [InlineData("The harbour board will", "The harbour board [under its new chair] will")]
    [InlineData("without them", "without [the piers]")]
    public void An_omission_or_insertion_that_is_marked_bears_none(string from, string to) =>
        Assert.All(QuotationComparison.Compare(Said, Said.Replace(from, to, StringComparison.Ordinal)).Edits, e => Assert.False(e.MeaningBearing, e.ToString()));

    [Theory]
    [InlineData("We will not, under any pressure from the mainland, sell the old pier", "We will … sell the old pier")]
    [InlineData("We will not sell the old pier to the mainland", "We will … sell the old pier to the mainland")]
    [InlineData("We will sell the old pier to the mainland", "We will [not] sell the old pier to the mainland")]
    [InlineData("The council has said that the board cannot sell the old pier", "The council has said that the board can … sell the old pier")]
    public void A_negation_lost_behind_an_ellipsis_is_lost(string full, string cut)
    {
        WordEdit edit = Only(full, cut);
        Assert.Equal((EditKind.Negation, true), (edit.Kind, edit.MeaningBearing));
    }

    [Fact]
    public void A_negation_inside_a_parenthesis_goes_with_it()
    {
        WordEdit edit = Only("The plan, which nobody on the island has seen, will cost us the pier", "The plan … will cost us the pier");
        Assert.Equal((EditKind.Dropped, false), (edit.Kind, edit.MeaningBearing));
    }

    [Fact]
    public void It_does_not_matter_which_of_two_equal_words_an_ellipsis_replaces()
    {
        QuotationComparison comparison = QuotationComparison.Compare("We have seen the old and the new pier from the ferry", "We have seen the … new pier from the ferry");
        Assert.Contains(comparison.Edits, e => e.Kind == EditKind.Dropped);
        Assert.All(comparison.Edits, e => Assert.False(e.MeaningBearing, e.ToString()));
    }

    [Fact]
    public void Brackets_in_place_of_a_pronoun_are_the_reporters()
    {
        WordEdit edit = Only("We asked them in May and they refused to open the old pier", "We asked them in May and [the harbour board] refused to open the old pier");
        Assert.Equal((EditKind.Changed, false, "they"), (edit.Kind, edit.MeaningBearing, edit.From));
    }

    [Fact]
    public void Brackets_in_place_of_a_word_of_weight_hide_what_was_said()
    {
        WordEdit edit = Only("We asked them in May and the thieves refused to open the old pier", "We asked them in May and the [harbour board] refused to open the old pier");
        Assert.Equal((EditKind.Changed, true), (edit.Kind, edit.MeaningBearing));
    }

    [Theory]
    [InlineData("The board will reopen the old pier until Monday", "The board will reopen the old pier until Friday", "Monday", "Friday")]
    [InlineData("No pier of this harbour was ever inspected", "The pier of this harbour was ever inspected", "No", "The")]
    public void The_first_and_the_last_word_count_like_those_between(string first, string second, string from, string to)
    {
        WordEdit edit = Only(first, second);
        Assert.Equal((true, from, to), (edit.MeaningBearing, edit.From, edit.To));
    }

    [Fact]
    public void Agreement_alone_bears_none()
    {
        WordEdit edit = Only("The board and the council needs to review the lease", "The board and the council need to review the lease");
        Assert.Equal((EditKind.Changed, false), (edit.Kind, edit.MeaningBearing));
    }

    [Theory]
    [InlineData("We talked to the U.S. side about air strikes", "We talked to the US side about airstrikes")]
    [InlineData("We counted three boats near the old pier", "We counted 3 boats near the old pier")]
    [InlineData("We asked Jana Kramárová about the old pier", "We asked Jana Kramarova about the old pier")]
    [InlineData("We counted 5% more boats near the old pier", "We counted 5 per cent more boats near the old pier")]
    public void Ways_of_writing_the_same_bear_none(string first, string second) =>
        Assert.All(QuotationComparison.Compare(first, second).Edits, e => Assert.Equal((EditKind.Spelling, false), (e.Kind, e.MeaningBearing)));

    [Fact]
    public void What_only_one_quotes_beyond_the_other_is_no_edit() =>
        Assert.Empty(QuotationComparison.Compare(Said + " We have said so for years.", Said).Edits);

    [Fact]
    public void Spans_hold_the_words_they_name()
    {
        string other = Said.Replace("will", "may", StringComparison.Ordinal);
        WordEdit edit = Only(Said, other);
        Assert.Equal((edit.From, edit.To), (edit.FromSpan.Of(Said), edit.ToSpan.Of(other)));
    }

    [Fact]
    public void Texts_without_a_word_in_common_share_nothing() => Assert.Equal(0, QuotationComparison.Compare("one two three", "four five six").SharedWords);
}
