namespace Entente.Analysis.Syntax;

/// <summary>The universal parts of speech of Universal Dependencies, version 2.</summary>
public enum PartOfSpeech : byte
{
    /// <summary>Not tagged.</summary>
    None,
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    X,
}
