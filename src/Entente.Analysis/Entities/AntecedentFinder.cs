namespace Entente.Analysis.Entities;

/// <summary>Finds for pronouns, and descriptions that repeat no name, the earlier mention in the document that means the same.</summary>
/// <remarks>A mention-ranking model (Denis and Baldridge 2008; Durrett and Klein 2013): of all earlier mentions near by, and of "none of them", the one with the best score.</remarks>
internal static class AntecedentFinder
{
    /// <summary>Candidates of one mention in a document, nearest first, each with its evidence.</summary>
    /// <param name="document">The mentions of one document in order of their place.</param>
    public static List<(int Candidate, List<string> Features)> Candidates(IReadOnlyList<MentionedThing> document, int anaphor)
    {
        MentionedThing of = document[anaphor];
        List<(int Candidate, List<string> Features)> candidates = [];
        int between = 0;
        for (int c = anaphor - 1; c >= 0 && of.Sentence - document[c].Sentence <= AntecedentEvidence.Furthest; c--)
        {
            MentionedThing candidate = document[c];
            List<string> features = [];
            int often = 0;
            bool first = true;
            foreach ((MentionedThing other, int o) in document.Select((m, o) => (m, o)))
            {
                often += other.Head == candidate.Head && other.Kind == candidate.Kind ? 1 : 0;
                first &= other.Sentence != candidate.Sentence || o >= c;
            }

            AntecedentEvidence.Write(of, candidate, between, often, first, features);
            candidates.Add((c, features));
            between += AntecedentEvidence.Fits(of, candidate) ? 1 : 0;
        }

        return candidates;
    }

    /// <summary>The best antecedent, how likely it is; -1 for none.</summary>
    public static (int Antecedent, double Probability) Find(IReadOnlyList<MentionedThing> document, int anaphor, LinkModel model)
    {
        List<(int Candidate, List<string> Features)> candidates = Candidates(document, anaphor);
        double nothing = model.Score([AntecedentEvidence.Nothing(document[anaphor])]);
        double best = nothing, sum = Math.Exp(nothing);
        int found = -1;
        foreach ((int candidate, List<string> features) in candidates)
        {
            double score = model.Score(features);
            sum += Math.Exp(score);
            if (score > best)
            {
                best = score;
                found = candidate;
            }
        }

        return (found, Math.Exp(best) / sum);
    }
}
