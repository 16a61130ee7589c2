namespace Entente.Analysis.Syntax;

/// <summary>The parts of a <see cref="Network"/> that most of the work goes into, rounded to 16 bits. They all take outputs of memory cells, which lie between -1 and 1.</summary>
internal sealed class FixedNetwork
{
    public FixedNetwork(Network network)
    {
        NetworkShape shape = network.Shape;
        Input = [.. network.Input.Skip(1).Select(weights => new[] { Side(weights, 0), Side(weights, 1) })];
        Recurrent = [.. network.Recurrent.Select(sides => sides.Select(weights => new FixedMatrix(weights, shape.Hidden, shape.Gates)).ToArray())];
        Tag = new FixedMatrix(network.Tag, shape.Both, NetworkShape.Tags);
        Role = new FixedMatrix(network.Role, shape.Both, shape.Roles);

        FixedMatrix Side(float[] weights, int side)
        {
            int columns = shape.Gates;
            float[] half = new float[shape.Both * columns];
            for (int row = 0; row < shape.Both; row++)
            {
                weights.AsSpan((row * shape.BothGates) + (side * columns), columns).CopyTo(half.AsSpan(row * columns));
            }

            return new FixedMatrix(half, shape.Both, columns);
        }
    }

    /// <summary>By layer from the second on, and direction.</summary>
    public FixedMatrix[][] Input { get; }

    /// <summary>By layer and direction.</summary>
    public FixedMatrix[][] Recurrent { get; }

    public FixedMatrix Tag { get; }

    public FixedMatrix Role { get; }
}
