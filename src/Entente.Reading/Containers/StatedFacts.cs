using Entente.Analysis.Text;

namespace Entente.Reading.Containers;

/// <summary>What a record, feed entry or e-mail header states about its report. It goes before what the report's own text states.</summary>
internal sealed class StatedFacts
{
    public string? Id { get; set; }

    public string? Title { get; set; }

    public List<string> Byline { get; } = [];

    public string? OutletName { get; set; }

    public string? OutletDomain { get; set; }

    public string? Url { get; set; }

    public string? Language { get; set; }

    public StatedTime? Published { get; set; }

    public StatedTime? Updated { get; set; }

    /// <summary>The outlet that a feed names as where it has the entry from.</summary>
    public string? SyndicatedFrom { get; set; }
}
