namespace Entente.Analysis.Text;

/// <summary>Names, aliases, web domains and publisher families of news outlets and agencies.</summary>
/// <remarks>A name that is not in the register is still an outlet where its form says so ("… Gazette", "… news agency").</remarks>
public sealed class OutletRegister
{
    private readonly Dictionary<string, Outlet> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Outlet> _byDomain = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The register that ships with the product.</summary>
    public static OutletRegister Shipped { get; } = new();

    /// <summary>The outlet that <paramref name="name"/> means, spelling and articles aside; null when it is not listed.</summary>
    public Outlet? TryFindByName(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The outlet at a host name such as <c>www.example.org</c>; null when it is not listed.</summary>
    public Outlet? TryFindByDomain(string host) => _byDomain.GetValueOrDefault(host);
}
