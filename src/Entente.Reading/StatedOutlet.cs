using Entente.Analysis.Text;
using Entente.Reading.Containers;

namespace Entente.Reading;

/// <summary>The outlet that a report states: its record's, else its page's own, else the one the register knows at its address.</summary>
/// <remarks>The register gives a known name its usual spelling, domain and family. A name is never made up from an address.</remarks>
internal static class StatedOutlet
{
    public static Outlet? Find(StatedFacts facts, DocumentDraft draft, string? url, OutletRegister register)
    {
        string? host = facts.OutletDomain ?? HostOf(url);
        Outlet? atHost = host is null ? null : register.TryFindByDomain(host);
        string? name = facts.OutletName ?? draft.OutletName;
        if (name is null)
        {
            return atHost ?? (host is null ? null : new Outlet(null, host));
        }

        if (register.TryFindByName(name) is { } known)
        {
            return known;
        }

        if (LooksLikeHost(name))
        {
            string domain = WithoutWww(name.ToLowerInvariant());
            return register.TryFindByDomain(domain) ?? new Outlet(null, domain);
        }

        return new Outlet(name, host, atHost?.Family);
    }

    private static string? HostOf(string? url) =>
        url is not null && Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Scheme is ("http" or "https") && address.Host.Contains('.', StringComparison.Ordinal)
            ? WithoutWww(address.Host.ToLowerInvariant())
            : null;

    private static bool LooksLikeHost(string name) =>
        name.Contains('.', StringComparison.Ordinal) && !name.Contains(' ', StringComparison.Ordinal)
        && !name.EndsWith('.') && char.ToLowerInvariant(name[^1]) == name[^1] && Uri.CheckHostName(name) == UriHostNameType.Dns;

    private static string WithoutWww(string host) => host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
}
