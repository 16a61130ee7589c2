using System.Collections.Immutable;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;

namespace Entente.Analysis.Entities;

/// <summary>A document and places in it where something is mentioned.</summary>
public sealed record GivenMentions(ParsedDocument Parsed, ImmutableArray<TextSpan> Mentions);
