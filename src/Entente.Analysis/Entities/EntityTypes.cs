namespace Entente.Analysis.Entities;

/// <summary>The words of outputs for types of entities.</summary>
public static class EntityTypes
{
    public static string Word(this EntityType type) => type switch
    {
        EntityType.Person => "person",
        EntityType.Organisation => "organisation",
        EntityType.Place => "place",
        EntityType.Group => "group",
        EntityType.Facility => "facility",
        EntityType.Event => "event",
        EntityType.Product => "product",
        _ => "other",
    };
}
