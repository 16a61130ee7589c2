using Entente.Analysis.Syntax;

namespace Entente.Tools.TrainSyntax;

/// <summary>How likely teachers hold each tag, head and relation of a sentence to be; what a smaller network learns from them (Hinton et al. 2015, Kuncoro et al. 2016).</summary>
/// <param name="Tags">By token, universal tags and then Penn tags.</param>
/// <param name="Heads">By token, the root and then every token.</param>
/// <param name="Relations">By token, relations to the head that the tree gives it.</param>
internal sealed record Beliefs(Half[] Tags, Half[] Heads, Half[] Relations)
{
    public static int TagsPerToken => TreebankLabels.PartsOfSpeech + TreebankLabels.PennTags;

    public ReadOnlySpan<Half> UniversalTagsOf(int token) => Tags.AsSpan(token * TagsPerToken, TreebankLabels.PartsOfSpeech);

    public ReadOnlySpan<Half> PennTagsOf(int token) => Tags.AsSpan((token * TagsPerToken) + TreebankLabels.PartsOfSpeech, TreebankLabels.PennTags);

    public ReadOnlySpan<Half> HeadsOf(int token, int length) => Heads.AsSpan(token * (length + 1), length + 1);

    public ReadOnlySpan<Half> RelationsOf(int token) => Relations.AsSpan(token * TreebankLabels.Relations, TreebankLabels.Relations);
}
