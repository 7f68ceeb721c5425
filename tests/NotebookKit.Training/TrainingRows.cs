using NotebookKit.Privacy;

namespace NotebookKit.Training;

/// <summary>All rows to learn from: the public sets, the same with other names in the place of theirs, made-up sentences, and texts without names.</summary>
internal static class TrainingRows
{
    private const int MadeUp = 66_000;

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
        "Mein Paket ist da. Mein Name steht auf der Rechnung. Meine Frage: Wann kommt der Techniker? Dein Konto ist offen. Sein Vertrag läuft aus.", "Ihr Name fehlt. Unser Router blinkt. Mein Nachname ist falsch geschrieben. Mein Handy klingelt nicht.",
        "Mon nom est mal écrit. Ma facture manque. Mes données sont fausses.", "Mi nombre está mal escrito. Mis datos son falsos. Su cuenta está abierta.", "Το όνομά μου είναι λάθος. Μένω στην Αθήνα. Η Θεσσαλονίκη είναι μακριά. Η Πάτρα έχει λιμάνι. Έστειλα μήνυμα στη Μόσχα.",
        "Dal bych si kávu. Psal jsem do Brna. Volal jsem na linku. Poslal jsem to do Prahy. Řekl jsem ne. Našel jsem to. Byl jsem tam. Viděl jsem ho. Šel jsem domů.", "Dnes jsem volal. Včera jsem psal. Zítra přijdu. Řekni to. Dej mi to. Vzal jsem si to.",
        "Dobrý den, objednal jsem si boty a dosud nedorazily. Dal jsem vám vědět už minulý týden. Kde je moje zásilka?", "Chtěl bych vrátit zboží. Mám účet a heslo, ale přihlášení nefunguje. Děkuji za odpověď.", "Platil jsem kartou. Našel jsem chybu na faktuře. Bylo to dražší. Prosím o opravu.",
        "Dobrý deň, chcel by som zrušiť objednávku. Poslal som vám správu. Kedy príde technik?", "Üdvözlöm, a csomag nem érkezett meg. Tegnap írtam önöknek. Szeretném visszakapni a pénzt. Köszönöm a segítséget.", "Nem tudok belépni. Hol van a számla? Mikor jön a futár?",
        "Hei, tilaukseni ei ole saapunut. Haluaisin rahat takaisin. Maksoin kortilla. Kiitos avusta.", "Laite on rikki. Missä lasku on? Milloin huolto tulee?", "Hej, min ordre er ikke kommet. Jeg vil gerne have pengene tilbage. Hvornår kommer pakken?", "Hei, bestillingen min har ikke kommet. Kan dere hjelpe meg? Takk.",
        "Merhaba, siparişim gelmedi. Paramı geri istiyorum. Fatura nerede? Yardımınız için teşekkürler.", "Dün yazdım ama cevap yok. Şifrem çalışmıyor. Kargo ne zaman gelir?", "Bună ziua, comanda mea nu a ajuns. Aș dori banii înapoi. Am plătit cu cardul. Mulțumesc.", "Unde este factura? Când vine curierul?",
        "Καλησπέρα, η παραγγελία μου δεν έφτασε. Το δέμα άργησε πολύ. Θέλω τα χρήματά μου πίσω. Ευχαριστώ πολύ.", "Η θάλασσα είναι ήσυχη σήμερα. Η πόλη είναι μεγάλη. Ο λογαριασμός δεν ανοίγει. Τα έπιπλα είναι καινούργια.", "Добрый день, заказ не пришёл. Верните деньги. Где посылка? Спасибо за помощь. Погода хорошая.",
        "Dobar dan, moja narudžba nije stigla. Molim povrat novca. Platio sam karticom. Hvala na pomoći.", "Pozdravljeni, naročilo ni prispelo. Kje je paket? Hvala za odgovor.", "Tere, minu tellimus ei ole saabunud. Soovin raha tagasi.", "Sveiki, mano užsakymas neatvyko. Kur yra siunta?",
        "Selamat siang, pesanan saya belum sampai. Saya ingin uang kembali. Terima kasih atas bantuannya.", "Di mana fakturnya? Kapan paket datang?", "Xin chào, đơn hàng của tôi chưa đến. Tôi muốn hoàn tiền. Cảm ơn.", "Der Bus wartet am Platz. Sie kommt am Abend. Er steht am Eingang. Wir treffen uns am Tor der Universität. Ein Punkt fehlt noch.",
        "Wir fahren über die Place de la République. Das Hotel liegt an der Rue de la Gare. Die Ausstellung im Palais de la Musique war gut.", "Le musée est près de la Place de la Liberté. Le bus va à la Porte de la Villette.", "El autobús para en la Plaza de la Constitución. El museo está en la calle de la Paz.",
        "Dzień dobry, moje zamówienie nie dotarło. Proszę o zwrot pieniędzy. Pozdrawiam serdecznie", "Hej, min beställning har inte kommit. Jag vill ha pengarna tillbaka. Tack för hjälpen.",
    ];

    /// <summary>Rows with the part that they serve: one of twelve of the marked sentences, and some made-up ones, are kept for calibration.</summary>
    public static IEnumerable<(Marked Row, bool ForCalibration)> All()
    {
        var carriers = new Carriers();
        var number = 0;
        foreach (var row in Corpora.ToLearn())
        {
            var apart = ++number % 12 == 5;
            yield return (row, apart);
            // Of a sentence for calibration no other spelling is learned.
            if (apart)
            {
                if (number % 36 == 5) yield return (Carriers.Small(row), true);
                continue;
            }

            yield return (row, false);
            yield return (row, false);
            if (number % 3 == 0) yield return (Carriers.Small(row), false);
            if (number % 9 == 0) yield return (Carriers.Large(row), false);
            if (row.Spans.Count == 0) continue;
            yield return (carriers.Renamed(row, number), false);
            yield return (carriers.Renamed(row, number + 200_000), false);
            if (number % 4 == 1) yield return (Carriers.Small(carriers.Renamed(row, number + 100_000)), false);
        }

        var openings = Corpora.ToLearn().Where((_, i) => (i + 1) % 12 != 5).Concat(Corpora.Multidogo().Where((_, i) => i % 8 != 3))
            .Concat(Corpora.Gpteacher().Select(t => new Marked(t, [], OnlyUnknown: true)));
        foreach (var row in Openings.Rows(openings)) yield return (row, false);
        foreach (var (text, i) in Corpora.Gpteacher("Roleplay").Select((t, i) => (t, i)))
            if (i % 2 == 0) yield return (new(text, [], OnlyUnknown: true), false);
        foreach (var row in Substitutes.Rows(carriers, Corpora.Gpteacher())) yield return (row, false);
        foreach (var pair in Corpora.WordPairs()) yield return (new(pair, [], OnlyUnknown: true), false);
        // A sentence begins with a large letter.
        foreach (var pair in Corpora.WordPairs()) yield return (new(char.ToUpperInvariant(pair[0]) + pair[1..], [], NoPersons: char.IsLower(pair[0]), OnlyUnknown: char.IsUpper(pair[0])), false);
        foreach (var (row, i) in Corpora.Multidogo().Select((r, i) => (r, i))) yield return (row, i % 8 == 3);
        foreach (var row in Corpora.PiiAnon().Where(r => Halves.IsForTraining(r.Text))) yield return (row, false);
        foreach (var (row, i) in Queries.Rows().Select((r, i) => (r, i)))
        {
            yield return (row, i % 4 == 3);
            if (i % 4 != 3) yield return (row, false);
        }

        foreach (var (text, i) in Corpora.Gpteacher("Codegen").Select((t, i) => (t, i))) yield return (new(text, [], NoPersons: true), i % 6 == 3);
        for (var i = 0; i < 40 * OwnTexts.Length; i++) yield return (new(OwnTexts[i % OwnTexts.Length], [], OnlyPersons: true), false);
        foreach (var text in OwnTexts) yield return (new(text, [], OnlyPersons: true), true);
        for (var i = 0; i < MadeUp; i++) yield return (carriers.Row(i, i % 8 == 5), i % 8 == 5);
    }
}
