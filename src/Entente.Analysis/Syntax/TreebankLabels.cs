namespace Entente.Analysis.Syntax;

/// <summary>The labels of trees as treebanks write them.</summary>
public static class TreebankLabels
{
    private static readonly string[] s_partsOfSpeech = ["_", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"];

    private static readonly string[] s_pennTags = ["_", "ADD", "AFX", "CC", "CD", "''", ":", ",", "$", "DT", "EX", "FW", "GW", "HYPH", "IN", "JJ", "JJR", "JJS", "-LRB-", "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS", "``", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "-RRB-", ".", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB"];

    private static readonly string[] s_relations = ["_", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer", "csubj:pass", "dep", "det", "det:predet", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl", "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp"];

    public static string Label(this PartOfSpeech tag) => s_partsOfSpeech[(int)tag];

    public static string Label(this PennTag tag) => s_pennTags[(int)tag];

    public static string Label(this Relation relation) => s_relations[(int)relation];

    public static int PartsOfSpeech => s_partsOfSpeech.Length;

    public static int PennTags => s_pennTags.Length;

    public static int Relations => s_relations.Length;

    /// <summary>None for a label that the English treebanks do not use.</summary>
    public static PartOfSpeech ParsePartOfSpeech(string label) => (PartOfSpeech)Math.Max(0, Array.IndexOf(s_partsOfSpeech, label));

    /// <inheritdoc cref="ParsePartOfSpeech"/>
    public static PennTag ParsePennTag(string label) => (PennTag)Math.Max(0, Array.IndexOf(s_pennTags, label));

    /// <summary>A subtype unknown here is taken as its main relation; None for a label that is no relation at all.</summary>
    public static Relation ParseRelation(string label)
    {
        int at = Array.IndexOf(s_relations, label);
        int colon = label.IndexOf(':', StringComparison.Ordinal);
        return at >= 0 ? (Relation)at : colon > 0 ? ParseRelation(label[..colon]) : Relation.None;
    }

    /// <summary>The relation without its subtype.</summary>
    public static Relation Universal(this Relation relation) => s_universal[(int)relation];

    private static readonly Relation[] s_universal = [.. s_relations.Select(label => ParseRelation(label.Split(':')[0]))];
}
