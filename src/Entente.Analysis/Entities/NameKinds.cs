namespace Entente.Analysis.Entities;

/// <summary>What the gazetteers know of a word or a run of words. Evidence, not a decision: most names are several things.</summary>
[Flags]
internal enum NameKinds : uint
{
    None = 0,
    Country = 1 << 0,
    Capital = 1 << 1,
    /// <summary>A town of 200,000 people and more.</summary>
    City = 1 << 2,
    Town = 1 << 3,
    Region = 1 << 4,
    KnownPlace = 1 << 5,
    GivenName = 1 << 6,
    Surname = 1 << 7,
    KnownPerson = 1 << 8,
    /// <summary>A body of <c>bodies.tsv</c>.</summary>
    Body = 1 << 9,
    KnownOrganisation = 1 << 10,
    KnownFacility = 1 << 11,
    KnownEvent = 1 << 12,
    /// <summary>Of a state, or its people.</summary>
    Demonym = 1 << 13,
    /// <summary>A people, faith or political following that is no state's.</summary>
    People = 1 << 14,
    Outlet = 1 << 15,
    /// <summary>A common noun for a person: minister, nurse.</summary>
    PersonNoun = 1 << 16,
    OrganisationNoun = 1 << 17,
    FacilityNoun = 1 << 18,
    PlaceNoun = 1 << 19,
    EventNoun = 1 << 20,
    VehicleNoun = 1 << 21,
    /// <summary>Stands before a person's name: Mr, Sheikh, Gen.</summary>
    Title = 1 << 22,
    /// <summary>Ends a firm's name: Ltd, Inc.</summary>
    FirmMark = 1 << 23,
    /// <summary>Joins the parts of a person's name: bin, van, al.</summary>
    NameParticle = 1 << 24,
    /// <summary>Names no place by itself, even with a capital: State, Kingdom.</summary>
    CommonNoun = 1 << 25,
    /// <summary>Stands in the names of many bodies: Supreme, Interior.</summary>
    CommonAdjective = 1 << 26,
    /// <summary>What a state calls itself: Republic, Sultanate.</summary>
    StateForm = 1 << 27,
    /// <summary>Kinds that the model of names was not trained with.</summary>
    NoFeature = CommonNoun | CommonAdjective | StateForm,
}
