using NotebookKit.Cleaning;
using static NotebookKit.Tests.Cleaning.Rules;

namespace NotebookKit.Tests.Cleaning;

public class TemplateLeftoversTests
{
    private static readonly TemplateLeftovers Rule = new();

    [Theory]
    [InlineData("Dear {{name}}, your parcel is on its way.")]
    [InlineData("Dear {{ customer.first_name }}, your parcel is on its way.")]
    [InlineData("Dear {customer_name}, your parcel is on its way.")]
    [InlineData("Dear {Name}, your parcel is on its way.")]
    [InlineData("Your parcel comes on <insert date>.")]
    [InlineData("Your parcel comes on [insert date here].")]
    [InlineData("Best regards,\n[Your Name]")]
    [InlineData("Welcome to [Company Name]!")]
    [InlineData("Dear %CUSTOMER_NAME%, your parcel is on its way.")]
    [InlineData("Lorem ipsum dolor sit amet, consectetur adipiscing elit.")]
    [InlineData("Thanks for your question.\n- TODO: ask the warehouse")]
    [InlineData("Hello ${firstName}, the refund of $12 is booked.")]
    [InlineData("The meeting is on <<meeting date>> in the large room.")]
    [InlineData("Good morning *|FNAME|*, your plan ends soon.")]
    [InlineData("Your code is %%coupon%% until Friday.")]
    [InlineData("Ask __AGENT_NAME__ for the form; it takes a day.")]
    [InlineData("Your order ##order_id## is on its way.")]
    [InlineData("Welcome to <company>, we are glad that you are here.")]
    [InlineData("Hello %s, we have changed %d of your bookings.")]
    [InlineData("The renewal costs $XX.XX a month.")]
    [InlineData("We will be back on [date] with an offer (insert amount here).")]
    [InlineData("The room is booked.\nTime: TBD")]
    [InlineData("Send it to YOUR_ADDRESS_HERE and wait.")]
    [InlineData("Dear ,\nyour parcel is on its way.")]
    [InlineData("Hi undefined, your parcel is on its way.")]
    [InlineData("Your agent [Agent’s name] will call on [day and time].")]
    [InlineData("Good evening {{ guest?.given_name }}, the table is set.")]
    [InlineData("Hello <?= $guest->name ?>, the table is set.")]
    [InlineData("{% if guest.vip %}The lounge is open for you.{% endif %}")]
    [InlineData("{seats, plural, one {# seat} other {# seats}} are left.")]
    [InlineData("Hello %@, the table is set.")]
    [InlineData("Dear -LNAME-, the table is set.")]
    [InlineData("Hello :surname, the table is set.")]
    [InlineData("Dear Ms/Mr Lindqvist, the table is set.")]
    [InlineData("Guten Tag [Nachname eintragen], der Tisch ist gedeckt.")]
    [InlineData("Hello [given_name|guest], the table is set.")]
    [InlineData("[Waiter: say this only on Sundays] [Support: leave out at noon] The table is set.")]
    [InlineData("[Explain which of the tables are free]")]
    [InlineData("Your host, __________, awaits you.")]
    [InlineData("The new menu comes with edition X.X in autumn.")]
    [InlineData("Call us on 0XX XXX XXXX any day.")]
    [InlineData("Type your greeting here.")]
    [InlineData("Dummy text")]
    [InlineData("The picture shows our terrace. Caption: caption1, caption2")]
    [InlineData("Screenshot to be added.")]
    [InlineData("Smoking is / is not allowed (delete as applicable).")]
    [InlineData("bookings.mail.closing_line")]
    [InlineData("Your table [[table_no]] is by the window.")]
    [InlineData("See you soon,\n(your name)")]
    [InlineData("The mean of the week was NaN km.")]
    [InlineData("A seat costs $X.XX from May on.")]
    [InlineData("Your booking number is .")]
    [InlineData("The deposit of  EUR is paid back.")]
    [InlineData("Note to agents: offer the terrace first.\nThe table is set.")]
    [InlineData("Open https://example.com/menu/MENU_ID for the menu.")]
    [InlineData("[Screenshot 3]")]
    public void Open_places_are_removed(string answer) => Assert.Equal(TemplateLeftovers.Reason, Reason(Rule, answer));

    [Fact]
    public void All_places_are_counted()
    {
        var removal = Removal(Rule, Build.Example("a", Question, "Dear {{name}}, order {{order}} is with <carrier name> now."));
        Assert.Equal((3d, 0d), (removal.Measured, removal.Limit));
    }

    [Theory]
    [InlineData("Write to [EMAIL] or call [PHONE]; ask for [NAME] or [NAME_2], card [CARD], [IP_ADDRESS], [PERSON_1].")]
    [InlineData("```python\nprint(f\"Hello {customer_name}\")\n# TODO: more\n```")]
    [InlineData("print(f\"Hello {name}\")")]
    [InlineData("<h1>{{ title }}</h1>")]
    [InlineData("for (int i = 0; i < n; i++) { total_sum += i; }")]
    [InlineData("The address is /users/{user_id}/orders.")]
    [InlineData("{\"name\": \"{customer_name}\"}")]
    [InlineData("Open %APPDATA% or %USERPROFILE%\\Desktop in the Explorer.")]
    [InlineData("Between 50% and 60% of all, 20 % depending on the day, and 5% so far.")]
    [InlineData("The set {a, b, c} has three members, [a, b] is a list, x < y > z.")]
    [InlineData("See [the manual](https://example.com), [this page][1], [here] and note [1].")]
    [InlineData("My todo: buy milk. Put it on your TODO list.")]
    [InlineData("Press <Enter> and then <Ctrl>. It is **very important** to __init__ it, __FILE__ too.")]
    [InlineData("Louis XXX wore size XXL, and the card ends with XXXX 1234.")]
    [InlineData("Hi there, dear customer, hello and welcome. Hi, how are you?")]
    [InlineData("He said that he would come [laughs] and [inaudible] a [sic] day [Chorus].")]
    [InlineData("The <title> element names the page, the <address> element its writer.")]
    [InlineData("In printf the sign `%s` stands for a text.")]
    [InlineData("It costs $5 to $10 a month, and $name is a variable.")]
    [InlineData("The 2*3*4 rule and a_b_c (see page 4) hold; C# and F# too; write to a@b and @@version.")]
    [InlineData("Press [Save name] and then <Enter>; type {{guest}} where the name should stand.")]
    [InlineData("SELECT guests.first_name FROM guests WHERE guests.city_code = 3;")]
    [InlineData("\"TODO\" is what the first list is called; the servers answer 4XX or 5XX, and the date is written YYYY-MM-DD.")]
    [InlineData("[Enter OPHELIA]\nWelcome to docs.example.org, dear guests of the table.")]
    public void Code_markup_maths_and_the_kits_own_placeholders_stay(string answer) => Assert.Null(Reason(Rule, answer));

    [Theory]
    [InlineData("What does {{name}} mean in the mail?", "There {{name}} stands for the customer's name.")]
    [InlineData("What is lorem ipsum?", "Lorem ipsum is a text without meaning that fills a page.")]
    [InlineData("Write a template for a letter of resignation.", "Dear [Manager's Name], I resign from [Date] on.")]
    public void A_place_that_the_user_asks_for_stays(string question, string answer) => Assert.Null(Reason(Rule, answer, question));

    [Fact]
    public void The_users_own_templates_are_no_fault() => Assert.Null(Reason(Rule, Good, "Dear [Your Name], {{hello}}"));
}
