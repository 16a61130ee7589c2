using System.Collections.Immutable;

namespace Entente.Analysis.Text;

/// <summary>A document with the tokens and sentences of its reporting blocks.</summary>
/// <remarks>Comments, furniture, rights, bylines and datelines carry no tokens here: they are no evidence.</remarks>
public sealed record TokenizedDocument(Document Document, ImmutableArray<Token> Tokens, ImmutableArray<Sentence> Sentences);
