using System.Text.Json;
using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

public class PublicSetTests
{
    [Theory]
    [InlineData(EntityTypes.Person, 0.70, 0.70)]
    [InlineData(EntityTypes.Email, 0.99, 0.99)]
    [InlineData(EntityTypes.Phone, 0.90, 0.90)]
    [InlineData(EntityTypes.CreditCard, 0.98, 0.95)]
    [InlineData(EntityTypes.Iban, 0.99, 0.99)]
    [InlineData(EntityTypes.IpAddress, 0.99, 0.99)]
    public void Spans_of_the_public_set_are_found_with_their_exact_offsets(string type, double precision, double recall)
    {
        var masker = new Anonymizer().For();
        int gold = 0, found = 0, hits = 0;
        foreach (var file in (string[])["dev_v2.json", "dev_large.json"])
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(RealData.At("presidio_split/" + file)));
            foreach (var row in document.RootElement.EnumerateArray())
            {
                var wanted = row.GetProperty("spans").EnumerateArray().Where(s => s.GetProperty("entity_type").GetString() == type)
                    .Select(s => (s.GetProperty("start_position").GetInt32(), s.GetProperty("end_position").GetInt32())).ToHashSet();
                var spans = masker.Find(row.GetProperty("full_text").GetString()!).Where(s => s.Type == type).Select(s => (s.Start, s.End)).ToList();
                gold += wanted.Count;
                found += spans.Count;
                hits += spans.Count(wanted.Contains);
            }
        }

        Assert.True(hits >= precision * found, $"{type}: precision {hits}/{found}");
        Assert.True(hits >= recall * gold, $"{type}: recall {hits}/{gold}");
    }
}
