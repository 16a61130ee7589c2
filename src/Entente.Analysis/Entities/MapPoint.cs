namespace Entente.Analysis.Entities;

/// <summary>A point of the globe, in degrees east and north.</summary>
internal readonly record struct MapPoint(double Longitude, double Latitude);
