using System.Collections.Immutable;
using Entente.Analysis.Attributions;
using Entente.Analysis.Text;

namespace Entente.Analysis.Briefings;

/// <summary>What there is to say of a quotation that several reports carry: who spoke it, by which reports, and each wording with its edits marked.</summary>
internal static class FamilyWords
{
    public const string Key = "‹words› are worded differently elsewhere, ‹!words› change what was said; ‹_› where words are left out";

    /// <summary>The speaker by all reports together.</summary>
    public static Phrase Speaker(WordingTable quotation)
    {
        if (quotation.Family.Vote.Standing == SpeakerStanding.Contested)
        {
            return new Phrase().Alert("speaker contested");
        }

        return quotation.Speaker is { } speaker ? Phrase.Of(speaker)
            : new Phrase().Faint(quotation.Family.Pronoun is { } pronoun ? $"“{ForeignText.OneLine(pronoun)}”; who that is was not resolved" : "speaker not stated");
    }

    /// <summary>Which reports say so, and what the others say; null where they all say the same.</summary>
    public static Phrase? Vote(WordingTable quotation, ReportList list)
    {
        SpeakerVote vote = quotation.Family.Vote;
        bool isOneForm = vote.Candidates.IsEmpty && vote.Silent.IsEmpty && vote.Unnamed.Select(m => ForeignText.OneLine(m.Words).ToLowerInvariant()).Distinct().Count() < 2;
        if (vote.IsUnanimous || isOneForm || vote.Standing == SpeakerStanding.NotStated)
        {
            return null;
        }

        Phrase phrase = new();
        string separator = "";
        foreach (SpeakerCandidate candidate in vote.Candidates)
        {
            phrase.Say(candidate == vote.Winner ? "named by" : $"{separator}{ForeignText.OneLine(candidate.Name)} by");
            Cite(candidate.Mentions.Select(m => (m.Document, m.Spans[0])));
        }

        foreach (IGrouping<string, SpeakerMention> form in vote.Unnamed.GroupBy(m => ForeignText.OneLine(m.Words), StringComparer.OrdinalIgnoreCase))
        {
            phrase.Say(separator).Speech(form.Key).Say(" in");
            Cite(form.Select(m => (m.Document, m.Spans[0])));
        }

        if (!vote.Silent.IsEmpty)
        {
            phrase.Say(separator + "not stated in");
            Cite(vote.Silent.Select(id => (id, quotation.Family.Variants.First(v => v.Document == id).Spans[0])));
        }

        return phrase;

        void Cite(IEnumerable<(string Document, TextSpan Span)> places)
        {
            const int Most = 12;
            Citation[] all = [.. places.Select(p => list.Cite(p.Document, p.Span)).Distinct()];
            phrase.CiteAll(all.Take(all.Length > Most + 1 ? Most : all.Length)).Say(all.Length > Most + 1 ? $" and {all.Length - Most} more" : "");
            separator = "; ";
        }
    }

    /// <summary>A wording in quotation marks, with signs around what is worded differently elsewhere, and the reports that print it.</summary>
    public static Phrase Marked(Wording wording)
    {
        Phrase phrase = Phrase.Of("“");
        ImmutableArray<WordingPiece> pieces = wording.Pieces;
        for (int i = 0; i < pieces.Length; i++)
        {
            WordingPiece piece = pieces[i];
            bool isReplaced = piece.Mark == WordingMark.Deleted && pieces.Skip(i + 1).FirstOrDefault(p => !string.IsNullOrWhiteSpace(p.Text)).Mark == WordingMark.Inserted;
            bool isPunctuation = !piece.Text.Any(char.IsLetterOrDigit);
            if (piece.Mark == WordingMark.Same || (isPunctuation && piece.Mark != WordingMark.Deleted))
            {
                phrase.Say(piece.Text);
            }
            else if (isReplaced)
            {
                // The blank between what was there and what is there now is one too many.
                i += pieces[i + 1].Mark == WordingMark.Same ? 1 : 0;
            }
            else if (!isPunctuation)
            {
                // White space stays outside of the signs.
                string words = piece.Text.Trim(' ');
                string sign = (piece.MeaningBearing ? "‹!" : "‹") + (piece.Mark == WordingMark.Deleted ? "_" : words) + "›";
                phrase.Say(piece.Text.StartsWith(' ') ? " " : "");
                _ = piece.MeaningBearing ? phrase.Alert(sign) : phrase.Say(sign);
                phrase.Say(piece.Text.EndsWith(' ') ? " " : "");
            }
        }

        return phrase.Say("”").CiteAll(wording.Citations);
    }

    public static Phrase Edit(SharedEdit edit) => edit.MeaningBearing
        ? new Phrase().Alert("changes what was said").Say(": ").Then(BriefingWords.Edit(edit))
        : BriefingWords.Edit(edit);
}
