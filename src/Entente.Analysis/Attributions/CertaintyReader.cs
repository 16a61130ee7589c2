using Entente.Analysis.Syntax;
using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

/// <summary>Reads how sure a text makes a statement: from the word that reports it, and from the hedges, charges, denials and conditions whose scope it stands in.</summary>
/// <remarks>The rules in order, the first that holds decides: <em>denied</em> (the cue denies), <em>alleged</em> (the cue charges, or "allegedly" stands in
/// the clause), <em>conditional</em> (the clause hangs on "if"), <em>hedged</em> (the cue doubts, or a modal or hedge stands in the clause), and else
/// <em>attributed</em> if it is somebody's, <em>asserted</em> if it is the report's own. Scope is the clause: a word reaches its own clause or phrase and not
/// the clauses below it. Where a sentence was not parsed it reaches <see cref="Window"/> words. Examples: <c>docs/specs/certainty.md</c>.</remarks>
public static class CertaintyReader
{
    /// <summary>Words that a hedge reaches where there is no tree.</summary>
    private const int Window = 8;

    /// <summary>Words to the left of a hedge that it reaches without a tree: "has possibly left", "is, perhaps, late".</summary>
    private const int WindowBefore = 2;

    private const int Farthest = 40;

    private static readonly WordList s_cues = WordList.Load("Text/Languages/en/certainty-cues.tsv");

    /// <summary>How sure the report itself makes the statement whose predicate, or noun, is <paramref name="head"/>.</summary>
    public static Certainty Of(ParsedDocument parsed, int head) =>
        parsed.Relations[head] == Relation.None ? InWindow(parsed.Document, head, Certainty.Asserted) : InClause(parsed, head, Certainty.Asserted);

    /// <summary>How sure a reported statement is, given the certainty that its cue lends it.</summary>
    internal static Certainty Of(ParsedDocument parsed, int head, Certainty cue) => cue switch
    {
        Certainty.Denied or Certainty.Alleged => cue,
        _ when parsed.Relations[head] == Relation.None => InWindow(parsed.Document, head, cue),
        _ => InClause(parsed, head, cue),
    };

    /// <summary>The same, where the word that reports may itself be hedged: "may consider leaving", "reportedly said that …".</summary>
    internal static Certainty Of(ParsedDocument parsed, int head, Certainty cue, int cueToken)
    {
        Certainty found = Of(parsed, head, cue);
        foreach (int child in parsed.Of(cueToken))
        {
            if (child < cueToken && parsed.Relations[child] is Relation.Aux or Relation.Advmod)
            {
                found = Stronger(found, Cue(parsed, child));
            }
        }

        return found;
    }

    private static Certainty InClause(ParsedDocument parsed, int head, Certainty otherwise)
    {
        Certainty found = otherwise;
        // The clause of a noun that is reported ("his alleged role") is its phrase; of a predicate, its own dependents but no clause below.
        foreach (int child in parsed.Of(head))
        {
            Relation relation = parsed.Relations[child].Universal();
            switch (relation)
            {
                case Relation.Aux or Relation.Advmod or Relation.Amod or Relation.Compound or Relation.Cop:
                    found = Stronger(found, Cue(parsed, child));
                    break;
                case Relation.Obj or Relation.Nsubj or Relation.Obl or Relation.Xcomp:
                    foreach (int below in parsed.Of(child))
                    {
                        if (parsed.Relations[below] is Relation.Amod or Relation.Advmod or Relation.Compound)
                        {
                            // "an unconfirmed report" hedges; "a likely winner" hedges who wins, not that he spoke.
                            found = Stronger(found, relation == Relation.Nsubj && Cue(parsed, below) != Certainty.Alleged ? null : Cue(parsed, below));
                        }
                    }

                    found = relation == Relation.Nsubj ? Stronger(found, IsRumour(parsed, child) ? Certainty.Hedged : null) : found;
                    break;
                case Relation.Advcl when IsCondition(parsed, child):
                    found = Stronger(found, Certainty.Conditional);
                    break;
                default:
                    break;
            }
        }

        // The hedge may govern: "is likely to leave", "is believed to have left", "rumours that he left".
        int up = parsed.Heads[head];
        if (up >= 0 && parsed.Relations[head].Universal() is Relation.Xcomp or Relation.Csubj or Relation.Acl or Relation.Ccomp && (Cue(parsed, up) is not null || IsRumour(parsed, up)))
        {
            found = Stronger(found, Cue(parsed, up) ?? Certainty.Hedged);
        }

        if (Cue(parsed, head) is { } own && (parsed.Dependent(head, Relation.Cop) >= 0 || parsed.Dependent(head, Relation.AuxPass) >= 0))
        {
            found = Stronger(found, own);
        }

        return found;
    }

    private static bool IsCondition(ParsedDocument parsed, int clause)
    {
        foreach (int child in parsed.Of(clause))
        {
            if (parsed.Relations[child] == Relation.Mark && Class(parsed.Document, child) == "if")
            {
                return true;
            }
        }

        return false;
    }

    private static Certainty InWindow(TokenizedDocument document, int head, Certainty otherwise)
    {
        Certainty found = otherwise;
        for (int t = Math.Max(0, head - Farthest); t < Math.Min(document.Tokens.Length, head + Farthest); t++)
        {
            Certainty? cue = Class(document, t) switch
            {
                "alleged" => Certainty.Alleged,
                "modal" or "hedge" or "rumour" => Certainty.Hedged,
                _ => null,
            };
            if (cue is not null && Words(document, t, head) is >= -WindowBefore and <= Window)
            {
                found = Stronger(found, cue);
            }
        }

        return found;
    }

    /// <summary>Words from one token to another, negative to the left; far beyond any window across a stop.</summary>
    private static int Words(TokenizedDocument document, int from, int to)
    {
        int words = 0;
        for (int t = Math.Min(from, to); t < Math.Max(from, to); t++)
        {
            if (document.Document.Text[document.Tokens[t].Start] is '.' or '!' or '?' or ';')
            {
                return int.MaxValue;
            }

            words += document.Tokens[t].Kind == TokenKind.Punctuation ? 0 : 1;
        }

        return from <= to ? words : -words;
    }

    private static bool IsRumour(ParsedDocument parsed, int token) => Class(parsed.Document, token) == "rumour";

    private static Certainty? Cue(ParsedDocument parsed, int token) => Class(parsed.Document, token) switch
    {
        "alleged" => Certainty.Alleged,
        "modal" => Certainty.Hedged,
        "hedge" when parsed.Tags[token] is not PartOfSpeech.Verb || parsed.PennTags[token] is PennTag.Vbn => Certainty.Hedged,
        _ => null,
    };

    private static string? Class(TokenizedDocument document, int token) => s_cues.Find(document.Tokens[token].Span.In(document.Document.Text));

    private static int Rank(Certainty certainty) => certainty switch
    {
        Certainty.Denied => 5,
        Certainty.Alleged => 4,
        Certainty.Conditional => 3,
        Certainty.Hedged => 2,
        Certainty.Attributed => 1,
        _ => 0,
    };

    private static Certainty Stronger(Certainty one, Certainty? other) => other is { } o && Rank(o) > Rank(one) ? o : one;
}
