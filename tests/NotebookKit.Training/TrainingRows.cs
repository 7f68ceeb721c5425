using System.Globalization;
using NotebookKit.Text;

namespace NotebookKit.Training;

/// <summary>All rows to learn from: the public sets, the same with other names in the place of theirs, support phrases with invented persons, and code
/// without persons.</summary>
internal static class TrainingRows
{
    private static readonly string[] Phrases =
    [
        "Hi {F}, thanks for reaching out.", "Hello {F}!", "Dear {F} {S},\nyour order has shipped.", "Dear Ms. {S}, I am sorry for the delay.", "Thanks, {F}", "Best regards,\n{F} {S}", "Best,\n{F}",
        "My name is {F} {S} and I cannot log in.", "my name is {f} {s}", "this is {f} from the billing team", "I spoke with {F} yesterday about my refund.", "I'd like to add {F} {S} to my account.",
        "{F} told me that the invoice was paid.", "Please forward this to {F} {S}.", "Can you call {F} back? {F} is waiting.", "{F} {S}, the new owner, asked for access.", "The account belongs to {F} {I}. {S}.",
        "i want to transfer my booking to {f} {s}", "the passenger is {f} {s}", "{f} {s}", "{F} {S}", "it's {f}", "Ask {F}'s manager.", "{S}'s order is late.", "Was that {F} or {F2}?", "{F}, {F2} and {F3} are in the team.",
        "Signed: {F} {S}, Director", "Mr. {S} will visit on Monday.", "We met Dr. {F} {S} in Berlin.", "Customer {F} {S} wrote on Tuesday from Vienna.", "Agent {F} closed the ticket.", "{F} from Microsoft joined the call.",
        "Have you met {F}? She works with {F2} {S2} at Acme Ltd.", "The parcel for {S}, {F} was returned to Paris.", "A book by {F} {S}.", "{F} moved from Austria to Norway.", "{S} and {S2} signed the contract.", "the card belongs to {f}'s father {f2} {s}",
        "{F}-{F2} {S} is on holiday.", "Please ship to:\n{F} {S}\n12 Main Street\nSpringfield", "Lunch with {F} on Friday?", "Reviewer: {F} {S}\nStatus: Approved", "Hola {F}, gracias por escribir.", "Hallo {F}, vielen Dank für Ihre Nachricht.",
        "Sehr geehrte Frau {S}, Ihre Bestellung ist da.", "Bonjour {F}, merci pour votre message.", "{F} hat gestern angerufen.", "{F} a appelé hier.", "{F} llamó ayer.", "Viele Grüße\n{F} {S}", "Cordialement,\n{F} {S}",
        "Hi Team, the Premium plan is down.", "Hello Support, Windows shows Error 45.", "Dear Customer, your Invoice is attached.", "Thanks, Support Team", "The Spring Sale ends on Sunday.", "I bought it at {B} with {B}.", "{B} and {B} do not work on my {B}.", "The {B} app crashes when I open {B}.", "My {B} order was paid by {B}.", "{B} support said no.", "We run {B}, {B} and {B} on {B}.", "Die {B} App startet nicht.", "Meine {B} ist kaputt.", "Ma {B} ne marche pas.", "Mi {B} no funciona.",
        "How do I connect {B} to {B}?", "{F} uses {B} and {B}.", "I live in {C} and want to fly to {C}.", "{C} was super fun to visit!", "Who's coming to {C} with me?", "Flights from {C} to {C} are late.", "{C} is a country.", "Our {C} office moved to {C}.", "Shipping to {C}: 12 {C} Street", "{F} from {C} called.",
        "Firstly, restart it. Lastly, call us.", "Goodbye! Have a nice day.", "Open Settings, then Account and Security.",
        "I use Excel and Outlook on a Mac.", "We moved from New York to San Francisco.", "Click Save As, choose Documents, press OK.", "The Galaxy phone and the Pixel are sold in Berlin and Vienna.", "I live in Paris near Victoria Street.",
        "Our office is at 24 Jackson Avenue, Houston.", "Ford and Mercedes raised prices in Georgia.", "Smith Ltd. and Johnson & Co. are our partners.", "Mark the box and grant access.", "Will it ship in May or June?", "Grant Access", "Bill To", "Rich Text",
        "Send the package to Charlotte, North Carolina.", "The Austin office and the Sydney office are closed.", "Can I change my flight from Florence to Madison?", "Product: Aurora Desk Lamp", "The Oscar Prize and the Carter Group.",
        "Buy the Jasmine Tea or the Ruby Red set.", "Version Jessie of Debian, Ruby on Rails, Julia and Pascal are languages.", "class Person:\n    def __init__(self, Name):\n        self.Name = Name", "public class OrderService : BaseService { }",
        "SELECT Name FROM Customers WHERE Country = 'Norway';", "System.out.println(\"Hello World\");", "import React from 'react';", "The Russian, Spanish and Polish teams won.", "Read the Terms of Service and the Privacy Policy.",
    ];

    /// <summary>Texts of our own without persons, as support teams write them in languages other than English; German writes every noun large.</summary>
    public static readonly string[] OwnTexts =
    [
        "Guten Tag, meine Bestellung ist noch nicht angekommen. Die Sendungsnummer zeigt seit Montag keine Änderung.", "Vielen Dank für Ihre Anfrage. Wir haben die Rechnung an Ihre Adresse geschickt und das Konto aktualisiert.",
        "Bitte setzen Sie das Passwort zurück und starten Sie das Gerät neu. Danach sollte die Verbindung wieder funktionieren.", "Leider ist der Artikel defekt. Ich möchte eine Rückerstattung oder einen Umtausch. Die Garantie gilt zwei Jahre.",
        "Der Kunde hat den Vertrag gekündigt und eine Bestätigung verlangt. Das Paket liegt in der Filiale bereit.", "Ihre Kundennummer finden Sie auf der Rückseite der Karte. Die Lieferung dauert drei bis fünf Werktage.",
        "Wie kann ich meine Mitgliedschaft verlängern? Die Anmeldung zeigt eine Fehlermeldung im Browser.", "Das Update behebt den Fehler in der Anwendung. Unser Team hilft Ihnen gern weiter. Schönen Tag und viele Grüße!",
        "Mit freundlichen Grüßen\nIhr Kundenservice", "Sehr geehrte Damen und Herren, ich habe eine Frage zu meinem Tarif und zur letzten Abrechnung.", "Die Versandkosten betragen fünf Euro. Die Zahlung erfolgt per Lastschrift oder Überweisung.",
        "Zusammenfassung der Besprechung: Zeitplan, Kosten, Verantwortung und nächste Schritte.", "Das Wetter in Deutschland ist heute schön. Am Wochenende kommt Regen aus Norden.", "Die Bedienungsanleitung liegt dem Produkt bei. Drücken Sie die Taste links und warten Sie auf das Signal.",
        "Ich kann mich nicht anmelden. Der Link in der Nachricht ist abgelaufen. Können Sie mir einen neuen Zugang geben?", "Der Termin wurde auf Freitag verschoben. Bringen Sie bitte Ausweis und Unterlagen mit.",
        "Bonjour, ma commande n'est pas arrivée. Merci de vérifier la livraison et de me rembourser.", "Votre facture est disponible dans votre espace client. Cordialement, Service Client", "Je voudrais changer mon mot de passe et mon adresse. L'application affiche une erreur.",
        "Le colis est en route vers Paris. La garantie dure deux ans. Bonne journée !", "Hola, mi pedido no ha llegado. Quisiera un reembolso o un cambio. Gracias por su ayuda.", "La factura está disponible en su cuenta. Atentamente, Servicio al Cliente",
        "No puedo iniciar sesión. La aplicación muestra un error. ¿Pueden ayudarme? Buenos días desde Madrid.", "Buongiorno, il mio ordine non è arrivato. Vorrei un rimborso. Grazie per il vostro aiuto.", "La fattura è disponibile. Cordiali saluti, Servizio Clienti",
        "Olá, o meu pedido não chegou. Gostaria de um reembolso. Obrigado pela ajuda.", "Hallo, mijn bestelling is niet aangekomen. Ik wil graag mijn geld terug. Met vriendelijke groet, Klantenservice",
        "Dzień dobry, moje zamówienie nie dotarło. Proszę o zwrot pieniędzy. Pozdrawiam serdecznie", "Hej, min beställning har inte kommit. Jag vill ha pengarna tillbaka. Tack för hjälpen.",
    ];

    private static readonly string[] Brands =
        ("Ubuntu|Debian|Fedora|Docker|Kubernetes|Jenkins|Terraform|Redis|Postgres|MySQL|Kafka|Spark|Hadoop|Django|Flask|Laravel|Angular|React|Vue|Node|Kotlin|Swift|Netflix|Spotify|PayPal|Visa|Mastercard|Stripe|Klarna|Shopify|Etsy|Ebay|Amazon"
        + "|Walmart|Target|Macy's|Costco|Ikea|Lidl|Aldi|Tesco|Nike|Adidas|Puma|Levi's|Gucci|Zara|Samsung|Sony|Philips|Siemens|Bosch|Miele|Dyson|Canon|Nikon|Garmin|Fitbit|Lenovo|Dell|Asus|Acer|Toyota|Honda|Camry|Corolla|Tesla|Volvo|Audi|Opel|Fiat"
        + "|Lufthansa|Delta|United|Ryanair|Marriott|Hilton|Uber|Lyft|Bolt|Airbnb|Expedia|Slack|Zoom|Teams|Trello|Jira|Asana|Notion|Salesforce|Zendesk|Hubspot|Oracle|Adobe|Photoshop|Acrobat|Norton|Kindle|Alexa|Ventolin|Aspirin|Nespresso|Nescafe|Lego").Split('|');

    private static readonly string[] Places =
        ("Austria|Estonia|Egypt|France|Germany|Spain|Italy|Portugal|Poland|Norway|Sweden|Denmark|Finland|Iceland|Ireland|Scotland|England|Wales|Turkey|Greece|Cyprus|Malta|Croatia|Serbia|Slovenia|Hungary|Romania|Bulgaria|Ukraine|Russia"
        + "|Latvia|Lithuania|Georgia|Armenia|Israel|Jordan|Lebanon|Syria|Iraq|Iran|India|China|Japan|Korea|Vietnam|Thailand|Malaysia|Indonesia|Singapore|Australia|New Zealand|Canada|Mexico|Brazil|Argentina|Chile|Peru|Colombia|Cuba|Jamaica"
        + "|Kenya|Nigeria|Ghana|Chad|Morocco|Tunisia|Algeria|Sudan|Zambia|Angola|Paris|London|Berlin|Vienna|Madrid|Lisbon|Rome|Milan|Florence|Venice|Naples|Athens|Istanbul|Moscow|Warsaw|Prague|Budapest|Oslo|Stockholm|Dublin|Zurich|Geneva"
        + "|Boston|Chicago|Houston|Dallas|Austin|Denver|Phoenix|Seattle|Miami|Atlanta|Orlando|Detroit|Cleveland|Charlotte|Madison|Lincoln|Jackson|Toronto|Sydney|Melbourne|Perth|Auckland|Tokyo|Osaka|Delhi|Mumbai|Dubai|Cairo|Nairobi|Santiago|Lima").Split('|');

    public static IEnumerable<Marked> All()
    {
        var forenames = Pool(NamesTable.Forenames(), 2.4);
        var surnames = Pool(NamesTable.Surnames(), 0.8);
        var number = 0;
        foreach (var row in Corpora.Conll())
        {
            yield return row;
            if (row.Persons.Count == 0) continue;
            yield return Renamed(row, forenames, surnames, number++);
            if (number % 4 == 0) yield return Small(Renamed(row, forenames, surnames, number++));
        }

        foreach (var (text, i) in Corpora.Gpteacher().Select((t, i) => (t, i)))
            if (i % 2 == 0) yield return new(text, [], OnlyUnknown: true);
        foreach (var pair in Corpora.WordPairs()) yield return new(pair, [], OnlyUnknown: true);
        foreach (var row in Corpora.Multidogo()) yield return row;
        foreach (var row in Corpora.PiiAnon()) yield return row;
        for (var i = 0; i < 40 * OwnTexts.Length; i++) yield return new(OwnTexts[i % OwnTexts.Length], []);
        for (var i = 0; i < 24_000; i++) yield return Filled(Phrases[i % Phrases.Length], forenames, surnames, i);
    }

    private static string[] Pool(Dictionary<string, double> weights, double least) =>
        [.. weights.Where(w => w.Value >= least && w.Key.Length > 2).Select(w => w.Key).Order(StringComparer.Ordinal)];

    private static Marked Renamed(Marked row, string[] forenames, string[] surnames, int number)
    {
        var text = new System.Text.StringBuilder();
        var persons = new List<(int, int)>();
        var position = 0;
        foreach (var (start, end) in row.Persons)
        {
            text.Append(row.Text, position, start - position);
            var words = row.Text[start..end].Split(' ');
            var at = text.Length;
            for (var w = 0; w < words.Length; w++)
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"{number} {start} {w}");
                var surname = w > 0 || KeyedRandom.Unit(2, "kind", id) < 0.25;
                var name = Pick(surname ? surnames : forenames, id);
                if (words[w].Length < 3) name = words[w];
                else if (char.IsUpper(words[w][0])) name = Capital(name);
                text.Append(w > 0 ? " " : "").Append(name);
            }

            persons.Add((at, text.Length));
            position = end;
        }

        text.Append(row.Text, position, row.Text.Length - position);
        return new(text.ToString(), persons);
    }

    private static Marked Small(Marked row) => row with { Text = row.Text.ToLowerInvariant() };

    private static Marked Filled(string phrase, string[] forenames, string[] surnames, int number)
    {
        var text = new System.Text.StringBuilder();
        var persons = new List<(int Start, int End)>();
        var small = KeyedRandom.Unit(3, "small", number.ToString(CultureInfo.InvariantCulture)) < 0.12;
        for (var i = 0; i < phrase.Length; i++)
        {
            var close = phrase[i] == '{' && i + 1 < phrase.Length && "FfSsICB".Contains(phrase[i + 1]) ? phrase.IndexOf('}', i) : -1;
            if (close < 0)
            {
                text.Append(phrase[i]);
                continue;
            }

            var slot = phrase[(i + 1)..close];
            if (slot is "C" or "B")
            {
                var list = slot == "C" ? Places : Brands;
                text.Append(list[(int)(KeyedRandom.Unit(7, "place", $"{number} {i}") * list.Length)]);
                i = close;
                continue;
            }

            var name = slot == "I" ? "m" : Pick(char.ToUpperInvariant(slot[0]) == 'F' ? forenames : surnames, $"{number} {slot}");
            var start = text.Length;
            text.Append(char.IsUpper(slot[0]) ? Capital(name) : name);
            // Words of one person with a space or hyphen between them are one span.
            if (persons.Count > 0 && text.ToString(persons[^1].End, start - persons[^1].End) is " " or "-" or ". " && phrase[i - 1] != '.' || (persons.Count > 0 && text.ToString(persons[^1].End, start - persons[^1].End) == ". " && slot[0] == 'S'))
                persons[^1] = (persons[^1].Start, text.Length);
            else persons.Add((start, text.Length));
            i = close;
        }

        var row = new Marked(text.ToString(), persons);
        return small ? Small(row) : row;
    }

    private static string Pick(string[] names, string id) => names[(int)(KeyedRandom.Unit(5, "name", id) * names.Length)];

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
