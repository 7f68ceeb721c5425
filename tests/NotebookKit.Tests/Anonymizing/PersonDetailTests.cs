using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

public class PersonDetailTests
{
    [Theory]
    [InlineData("She is 34 years old", "34")]
    [InlineData("aged 34", "34")]
    [InlineData("a 34-year-old", "34")]
    [InlineData("34 yo male", "34")]
    [InlineData("34yo male", "34yo")]
    [InlineData("34/F here", "34")]
    [InlineData("age: 34", "34")]
    [InlineData("{\"age\": 34}", "34")]
    [InlineData("I'm 34 and happy", "34")]
    [InlineData("He is turning 40.", "40")]
    [InlineData("34 Jahre alt", "34")]
    [InlineData("J'ai 34 ans", "34")]
    [InlineData("tengo 34 años", "34")]
    [InlineData("ho 34 anni", "34")]
    public void An_age_is_the_number(string text, string age) => Finds.Only(text, EntityTypes.Age, age);

    [Theory]
    [InlineData("I'm 34 minutes late")]
    [InlineData("a 10-year-old laptop")]
    [InlineData("page 34, max-age: 60")]
    [InlineData("vor 5 Jahren, 5 years ago")]
    [InlineData("version 34, 34% and $34")]
    [InlineData("150 years old")]
    public void Another_number_is_no_age(string text) => Assert.Empty(Finds.Of(text, EntityTypes.Age));

    [Theory]
    [InlineData("Mr. Smith", "Mr.")]
    [InlineData("ask Dr Jones", "Dr")]
    [InlineData("Herr Schmidt", "Herr")]
    [InlineData("Mme Dupont", "Mme")]
    [InlineData("Sra. López", "Sra.")]
    [InlineData("Dott.ssa Verdi", "Dott.ssa")]
    [InlineData("Miss Marple", "Miss")]
    [InlineData("M. Dupont", "M.")]
    public void A_title_has_its_dot(string text, string title) => Finds.Only(text, EntityTypes.Title, title);

    [Theory]
    [InlineData("Miss the bus")]
    [InlineData("HR Specialist")]
    [InlineData("5 km. M is large")]
    [InlineData("dr. no")]
    public void Another_word_is_no_title(string text) => Assert.Empty(Finds.Of(text, EntityTypes.Title));

    [Theory]
    [InlineData("She is German", "German")]
    [InlineData("an American tourist", "American")]
    [InlineData("two Italians", "Italians")]
    [InlineData("a Muslim woman", "Muslim")]
    [InlineData("a Republican senator", "Republican")]
    [InlineData("the Danish government began", "Danish")]
    [InlineData("The Finnish Coast Guard came", "Finnish")]
    [InlineData("a nice Chechen family", "Chechen")]
    public void A_nationality_or_group_is_found(string text, string group) => Finds.Only(text, EntityTypes.Nrp, group);

    [Theory]
    [InlineData("he speaks German")]
    [InlineData("translate into French")]
    [InlineData("Chinese food and French fries")]
    [InlineData("she was studying English and law")]
    [InlineData("paid with American Express")]
    [InlineData("polish the table, turkey and china")]
    public void Languages_and_dishes_stay(string text) => Assert.Empty(Finds.Of(text, EntityTypes.Nrp));

    [Theory]
    [InlineData("follow @jdoe42 today", "@jdoe42")]
    [InlineData("ask u/example_user about it", "u/example_user")]
    [InlineData("user: jdoe42", "jdoe42")]
    [InlineData("my username is skywalker99", "skywalker99")]
    [InlineData("username = \"john_doe\"", "john_doe")]
    [InlineData("DB_USER = \"mgr_6647\"", "mgr_6647")]
    [InlineData("dbUser: \"mgr_9263\",", "mgr_9263")]
    [InlineData("CREATE USER 'dev_3737'@'192.0.2.1' IDENTIFIED", "dev_3737")]
    [InlineData("GRANT ALL ON *.* TO 'ops_6220'@'192.0.2.1';", "ops_6220")]
    [InlineData("REVOKE ALL FROM 'jdoe42'@'localhost'", "jdoe42")]
    [InlineData("please log in as mkeller7", "mkeller7")]
    [InlineData("Discord jdoe#1234", "jdoe#1234")]
    [InlineData("github.com/jdoe-example", "jdoe-example")]
    [InlineData("or wechat zhangwei_88", "zhangwei_88")]
    [InlineData("insta: weiz_42", "weiz_42")]
    public void A_user_name_is_found(string text, string user) => Finds.Only(text, EntityTypes.UserName, user);

    [Theory]
    [InlineData("@Override\npublic void run() { }")]
    [InlineData("/** @param name the name */")]
    [InlineData("@media (max-width: 10px) { }")]
    [InlineData("npm i @scope/pkg and pkg@1.2.3")]
    [InlineData("write to jo@mail.example")]
    [InlineData("the user name is not found; username is required")]
    [InlineData("write to @support")]
    [InlineData("write to @examplesupport or @examplecompany")]
    [InlineData("GRANT ALL TO 'root'@'localhost'")]
    [InlineData("select 'a'@'b'")]
    [InlineData("order #1234 and issue#1234")]
    [InlineData("https://api.github.com/users/")]
    [InlineData("user: the person, login: failed")]
    [InlineData("install version_2, the instance i_1 uses tiktok videos and wechat pay")]
    public void Another_word_is_no_user_name(string text) => Assert.Empty(Finds.Of(text, EntityTypes.UserName));
}
