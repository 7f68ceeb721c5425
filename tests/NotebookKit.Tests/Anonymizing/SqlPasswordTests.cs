using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

public class SqlPasswordTests
{
    [Theory]
    [InlineData("CREATE USER 'ops_1'@'192.0.2.1' IDENTIFIED BY 'kWxqYbTpe';", "kWxqYbTpe")]
    [InlineData("alter user jo identified by \"q7fx2a!\"", "q7fx2a!")]
    [InlineData("SET identified by PASSWORD 'Ab3dE9x'", "Ab3dE9x")]
    [InlineData("CREATE ROLE jo WITH PASSWORD 'Tr33house' LOGIN", "Tr33house")]
    [InlineData("dbPass: \"q9HXyaIeKQ\",", "q9HXyaIeKQ")]
    [InlineData("const dbPass = 'x7Rk2mmQ9'", "x7Rk2mmQ9")]
    public void A_password_of_a_database_is_found(string text, string password) => Finds.Only(text, EntityTypes.ApiKey, password);

    [Theory]
    [InlineData("CREATE USER 'jo' IDENTIFIED BY 'password';")]
    [InlineData("IDENTIFIED BY 'new_password'")]
    [InlineData("IDENTIFIED BY 'YourStrong1'")]
    [InlineData("IDENTIFIED BY '<secret>'")]
    [InlineData("IDENTIFIED BY '${DB_PW}'")]
    [InlineData("IDENTIFIED BY 'tiger'")]
    [InlineData("each row is identified by 'its key'")]
    [InlineData("each row is identified by 'customer' and 'number'")]
    [InlineData("dbPass is empty, dbpass: none")]
    public void A_placeholder_or_a_word_is_no_password(string text) => Assert.Empty(Finds.Of(text, EntityTypes.ApiKey));
}
