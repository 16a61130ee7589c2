using Entente.Analysis.Text;

namespace Entente.Analysis.Entities;

/// <summary>A place in a text where something is named.</summary>
/// <param name="FirstToken">Its tokens are <c>[FirstToken, EndToken)</c>.</param>
public readonly record struct EntityMention(TextSpan Span, EntityType Type, int FirstToken, int EndToken);
