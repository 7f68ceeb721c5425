using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

public class RandomTokenTests
{
    private static readonly Masker Masker = new Anonymizer { Types = [EntityTypes.ApiKey] }.For();

    [Theory]
    [InlineData("the token of the mail gate: 6dd82a26-b4fa-4c44-b40b-3c7235dacc9e", 1)]
    [InlineData("key 6dd82a26-b4fa-4c44-b40b-3c7235dacc9e, secret 234ffde4-0019-4e57-8f09-8bc2d7267be0", 2)]
    [InlineData("the longest has about 2,633 (4 characters a token). Ids: tree/6dd82a26-b4fa-4c44-b40b-3c7235dacc9e, tree/234ffde4-0019-4e57-8f09-8bc2d7267be0", 0)]
    [InlineData("commit 3c7235dacc9e6dd82a26b4fa4c44b40b8f098bc2 of the key service", 0)]
    [InlineData("order 6dd82a26-b4fa-4c44-b40b-3c7235dacc9e", 0)]
    public void An_id_of_32_digits_is_a_secret_where_the_text_speaks_of_keys_and_not_of_ids(string text, int finds) => Assert.Equal(finds, Masker.Find(text).Count);
}
