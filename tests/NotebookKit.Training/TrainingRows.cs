namespace NotebookKit.Training;

/// <summary>All rows to learn from: the public sets, the same with other names in the place of theirs, made-up sentences, and texts without names.</summary>
internal static class TrainingRows
{
    private const int MadeUp = 50_000;

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

    /// <summary>Rows with the part that they serve: one of twelve of the marked sentences, and some made-up ones, are kept for calibration.</summary>
    public static IEnumerable<(Marked Row, bool ForCalibration)> All()
    {
        var carriers = new Carriers();
        var number = 0;
        foreach (var row in Corpora.ToLearn())
        {
            var apart = ++number % 12 == 5;
            yield return (row, apart);
            // Calibration takes sentences as they were written: one of twelve, and none of its other spellings is learned.
            if (apart) continue;
            if (number % 3 == 0) yield return (Carriers.Small(row), false);
            if (number % 9 == 0) yield return (Carriers.Large(row), false);
            if (row.Spans.Count == 0) continue;
            yield return (carriers.Renamed(row, number), false);
            if (number % 4 == 1) yield return (Carriers.Small(carriers.Renamed(row, number + 100_000)), false);
        }

        foreach (var (text, i) in Corpora.Gpteacher().Select((t, i) => (t, i)))
            if (i % 2 == 0) yield return (new(text, [], OnlyUnknown: true), false);
        foreach (var row in Substitutes.Rows(carriers, Corpora.Gpteacher())) yield return (row, false);
        foreach (var pair in Corpora.WordPairs()) yield return (new(pair, [], OnlyUnknown: true), false);
        foreach (var row in Corpora.Multidogo()) yield return (row, false);
        foreach (var (row, i) in Corpora.PiiAnon().Select((r, i) => (r, i)))
            if (i % 5 != 4) yield return (row, false);
        for (var i = 0; i < 40 * OwnTexts.Length; i++) yield return (new(OwnTexts[i % OwnTexts.Length], [], OnlyPersons: true), false);
        for (var i = 0; i < MadeUp; i++) yield return (carriers.Row(i), i % 30 == 5);
    }
}
