using Entente.Analysis.Entities;

namespace Entente.Tests.Analysis.Entities;

public class EvidenceListTests
{
    [Fact]
    public void The_key_of_a_piece_is_that_of_its_name()
    {
        EvidenceList list = new(named: true);
        list.Add($"he apart {2}");
        list.Add($"{"she"} {EntityType.Organisation} {MentionKind.Description} {Sex.Female} {true} {-37}");
        Assert.Equal(["he apart 2", "she Organisation Description Female True -37"], list.Names);
        Assert.Equal(list.Names.Select(EvidenceList.KeyOf), list.Keys);
    }

    [Fact]
    public void Without_names_nothing_is_allocated()
    {
        EvidenceList list = new();
        for (int round = 0; round < 2; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            list.Clear();
            list.Add($"he apart {2} between {3} {MentionKind.Name}");
            Assert.True(round == 0 || GC.GetAllocatedBytesForCurrentThread() == before);
        }

        Assert.Empty(list.Names);
    }
}
