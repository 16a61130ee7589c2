namespace Entente.Analysis.Entities;

/// <summary>What kind of thing a name names.</summary>
public enum EntityType : byte
{
    /// <summary>No name.</summary>
    None,
    Person,
    Organisation,
    /// <summary>A country, town, region, water or landform.</summary>
    Place,
    /// <summary>A people, nationality, faith or political following, and the adjective of one.</summary>
    Group,
    /// <summary>Something built: a bridge, hospital, airport, stadium.</summary>
    Facility,
    Event,
    Product,
    /// <summary>A work, law, prize, language or another name.</summary>
    Other,
}
