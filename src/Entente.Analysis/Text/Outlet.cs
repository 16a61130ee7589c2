namespace Entente.Analysis.Text;

/// <summary>Who published a report. Outlets of one owner are one publisher family.</summary>
public sealed record Outlet(string? Name, string? Domain = null, string? Family = null);
