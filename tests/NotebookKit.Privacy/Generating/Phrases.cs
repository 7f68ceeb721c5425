namespace NotebookKit.Privacy;

/// <summary>What people write around values, by language: sentences with {v} for the value, labels of forms, and sentences that only look as if.</summary>
/// <param name="Street">Sentences around an address line.</param>
/// <param name="Postcode">Sentences around a postcode.</param>
/// <param name="Date">Sentences around a date.</param>
/// <param name="Phone">Sentences around a phone number.</param>
/// <param name="Labels">Labels of form fields, in that order.</param>
/// <param name="Decoys">Order numbers, prices, versions, measures, opening hours: # stands for a digit.</param>
/// <param name="Hello">How a mail starts.</param>
/// <param name="Bye">How it ends.</param>
internal sealed record Phrases(string[] Street, string[] Postcode, string[] Date, string[] Phone, string[] Labels, string[] Decoys, string Hello, string Bye)
{
    public static readonly Dictionary<string, Phrases> ByLanguage = new()
    {
        ["en"] = new(
            ["The parcel went to {v} by mistake.", "Could you send a technician to {v}?", "We have moved, our new place is {v}.", "Deliver it to {v} please, the bell is broken."],
            ["Do you deliver to {v}?", "The shop finder says nothing for {v}.", "My zip code is {v}, what would shipping cost?", "The system refuses the postcode {v}."],
            ["I bought it on {v} and it never worked.", "The invoice of {v} is missing.", "Can we move the visit to {v}?", "My contract ends {v}."],
            ["You can reach me on {v} after lunch.", "Please call {v} before you come.", "Text me at {v}", "My new mobile is {v}, the old one is gone."],
            ["Address", "Postcode", "Date", "Phone"],
            ["Order 48####-## still shows as open.", "It cost 1,2##.50 in total.", "I am on version 10.#.#.2#1.", "The box is 120 x 6# x 45 cm, 3#.5 kg.", "Your page says open 9-5.", "Error 0x8007#### came twice.", "Tracking: 00#4 11## 88## 20## 1."],
            "Hi there", "Thanks"),
        ["de"] = new(
            ["Das Paket ging versehentlich an {v}.", "Bitte schicken Sie den Monteur in die {v}.", "Wir sind umgezogen, neu ist {v}.", "Liefern Sie bitte an {v}, die Klingel ist defekt."],
            ["Liefern Sie auch nach {v}?", "Die PLZ {v} wird nicht angenommen.", "Meine Postleitzahl ist {v}, was kostet der Versand?"],
            ["Gekauft habe ich es am {v}.", "Die Rechnung vom {v} fehlt mir.", "Geht auch der {v}?", "Mein Vertrag endet am {v}."],
            ["Sie erreichen mich unter {v}.", "Rufen Sie bitte vorher an: {v}", "Meine neue Nummer ist {v}.", "Rückruf erbeten, Tel. {v}"],
            ["Anschrift", "PLZ", "Datum", "Telefon"],
            ["Die Bestellung 48####-## ist noch offen.", "Gekostet hat es 1.2##,50 Euro.", "Ich nutze Version 10.#.#.2#1.", "Das Paket misst 120 x 6# x 45 cm.", "Laut Aushang 9-17 Uhr.", "Artikel 7##-4## fehlt."],
            "Guten Tag", "Viele Grüße"),
        ["fr"] = new(
            ["Le colis est parti au {v} par erreur.", "Pouvez-vous envoyer un technicien au {v} ?", "Nous avons déménagé : {v}.", "Livrez au {v} s'il vous plaît."],
            ["Livrez-vous dans le {v} ?", "Le code postal {v} est refusé.", "J'habite dans le {v}, quel est le prix du port ?"],
            ["Je l'ai acheté le {v}.", "La facture du {v} manque.", "Peut-on déplacer la visite au {v} ?", "Mon contrat finit le {v}."],
            ["Vous pouvez me joindre au {v}.", "Appelez le {v} avant de passer.", "Mon nouveau portable : {v}", "Mon numéro est le {v}."],
            ["Adresse", "Code postal", "Date", "Téléphone"],
            ["La commande 48####-## est ouverte.", "Cela a coûté 1 2##,50 €.", "J'utilise la version 10.#.#.2#1.", "Le carton fait 120 x 6# x 45 cm.", "Ouvert 9-18 selon le site.", "Référence 7##-4## absente."],
            "Bonjour", "Merci d'avance"),
        ["es"] = new(
            ["El paquete llegó a {v} por error.", "¿Pueden mandar un técnico a {v}?", "Nos mudamos a {v}.", "Entreguen en {v}, por favor."],
            ["¿Envían al {v}?", "El código postal {v} no se acepta.", "Vivo en el {v}, ¿cuánto cuesta el envío?"],
            ["Lo compré el {v}.", "Falta la factura del {v}.", "¿Se puede cambiar la visita al {v}?", "Mi contrato termina el {v}."],
            ["Pueden llamarme al {v}.", "Llamen antes al {v}", "Mi nuevo móvil es el {v}.", "Teléfono de contacto {v}"],
            ["Dirección", "Código postal", "Fecha", "Teléfono"],
            ["El pedido 48####-## sigue abierto.", "Costó 1.2##,50 euros.", "Uso la versión 10.#.#.2#1.", "La caja mide 120 x 6# x 45 cm.", "Abierto 9-14 según la web.", "Artículo 7##-4## agotado."],
            "Buenos días", "Un saludo"),
        ["it"] = new(
            ["Il pacco è andato in {v} per sbaglio.", "Potete mandare un tecnico in {v}?", "Ci siamo trasferiti in {v}.", "Consegnate in {v}, grazie."],
            ["Consegnate anche a {v}?", "Il CAP {v} non viene accettato.", "Il mio CAP è {v}, quanto costa la spedizione?"],
            ["L'ho comprato il {v}.", "Manca la fattura del {v}.", "Si può spostare la visita al {v}?", "Il contratto scade il {v}."],
            ["Mi trovate al {v}.", "Chiamate prima il {v}", "Il mio nuovo cellulare è {v}.", "Telefono {v}, dopo pranzo"],
            ["Indirizzo", "CAP", "Data", "Telefono"],
            ["L'ordine 48####-## è ancora aperto.", "È costato 1.2##,50 euro.", "Uso la versione 10.#.#.2#1.", "La scatola misura 120 x 6# x 45 cm.", "Aperto 9-13 secondo il sito.", "Articolo 7##-4## mancante."],
            "Buongiorno", "Cordiali saluti"),
        ["nl"] = new(
            ["Het pakket ging per ongeluk naar {v}.", "Kunt u een monteur naar {v} sturen?", "Wij zijn verhuisd naar {v}.", "Graag bezorgen op {v}."],
            ["Levert u ook in {v}?", "De postcode {v} wordt niet aangenomen.", "Mijn postcode is {v}, wat kost verzenden?"],
            ["Ik kocht het op {v}.", "De factuur van {v} ontbreekt.", "Kan het bezoek naar {v}?", "Mijn contract eindigt op {v}."],
            ["U bereikt mij op {v}.", "Bel eerst even {v}", "Mijn nieuwe nummer is {v}.", "Tel. {v}, na de lunch"],
            ["Adres", "Postcode", "Datum", "Telefoon"],
            ["Bestelling 48####-## staat nog open.", "Het kostte 1.2##,50 euro.", "Ik gebruik versie 10.#.#.2#1.", "De doos is 120 x 6# x 45 cm.", "Open 9-17 volgens de site.", "Artikel 7##-4## ontbreekt."],
            "Hallo", "Groeten"),
        ["pt"] = new(
            ["A encomenda foi para {v} por engano.", "Podem enviar um técnico à {v}?", "Mudámos para {v}.", "Entreguem na {v}, por favor."],
            ["Entregam em {v}?", "O código postal {v} não é aceite.", "O meu CEP é {v}, quanto custa o envio?"],
            ["Comprei no dia {v}.", "Falta a fatura de {v}.", "A visita pode ser em {v}?"],
            ["Podem ligar para {v}.", "Liguem antes: {v}", "O meu novo telemóvel é {v}."],
            ["Morada", "Código postal", "Data", "Telefone"],
            ["O pedido 48####-## está aberto.", "Custou 1.2##,50 euros.", "Uso a versão 10.#.#.2#1.", "A caixa mede 120 x 6# x 45 cm.", "Aberto 9-18."],
            "Bom dia", "Obrigado"),
        ["sv"] = new(
            ["Paketet gick till {v} av misstag.", "Kan ni skicka en tekniker till {v}?", "Vi har flyttat till {v}."],
            ["Levererar ni till {v}?", "Postnumret {v} godkänns inte.", "Mitt postnummer är {v}, vad kostar frakten?"],
            ["Jag köpte den {v}.", "Fakturan från {v} saknas.", "Kan besöket bli {v}?"],
            ["Ni når mig på {v}.", "Ring {v} innan ni kommer.", "Mitt nya nummer är {v}."],
            ["Adress", "Postnummer", "Datum", "Telefon"],
            ["Order 48####-## är öppen.", "Det kostade 1 2##,50 kr.", "Jag har version 10.#.#.2#1.", "Lådan är 120 x 6# x 45 cm.", "Öppet 9-17."],
            "Hej", "Hälsningar"),
        ["pl"] = new(
            ["Paczka trafiła przez pomyłkę na {v}.", "Proszę przysłać technika na {v}.", "Nasz nowy adres to {v}."],
            ["Czy dostarczacie do {v}?", "Kod pocztowy {v} nie jest przyjmowany.", "Mój kod to {v}, ile kosztuje wysyłka?"],
            ["Kupiłem to {v}.", "Brakuje faktury z {v}.", "Czy wizyta może być {v}?"],
            ["Proszę dzwonić pod {v}.", "Mój nowy numer to {v}.", "Tel. {v}, po obiedzie"],
            ["Adres", "Kod pocztowy", "Data", "Telefon"],
            ["Zamówienie 48####-## jest otwarte.", "Kosztowało 1 2##,50 zł.", "Mam wersję 10.#.#.2#1.", "Karton ma 120 x 6# x 45 cm.", "Otwarte 9-17."],
            "Dzień dobry", "Pozdrawiam"),
    };

    /// <summary>The sentences around a kind.</summary>
    public string[] Of(int kind) => kind switch { 0 => Street, 1 => Postcode, 2 => Date, _ => Phone };
}
