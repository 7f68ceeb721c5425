namespace NotebookKit.Anonymizing;

/// <summary>Sentences in which personal data is planted: how customers and agents say it, written apart from what recognizers look for.</summary>
internal static class PlantedSentences
{
    /// <summary>A type (* for any), a language, a sentence: {v} the value, {l} the word for it.</summary>
    private const string Table = """
        *|en|The {l} you have on file for me is {v}.
        *|en|Could you update the {l} to {v}?
        *|en|For the record, {l}: {v}
        *|de|Als {l} ist bei Ihnen {v} hinterlegt.
        *|de|Bitte ändern: {l} ist jetzt {v}.
        *|fr|Voici pour votre dossier, {l} : {v}
        *|fr|Merci de corriger, {l} : {v}.
        *|es|En su ficha figura {l}: {v}.
        *|es|Por favor corrijan, {l}: {v}
        *|it|Nella mia scheda risulta {l}: {v}.
        *|nl|Bij u staat als {l} {v} genoteerd.
        *|pt|Na minha ficha consta {l}: {v}.
        EMAIL_ADDRESS|en|Send the receipt to {v} please.
        EMAIL_ADDRESS|en|I never got anything at {v}.
        EMAIL_ADDRESS|de|Die Rechnung bitte an {v} senden.
        EMAIL_ADDRESS|fr|Envoyez la facture à {v} s'il vous plaît.
        EMAIL_ADDRESS|es|Manden el recibo a {v}.
        PHONE_NUMBER|en|Ring me on {v} tomorrow morning.
        PHONE_NUMBER|en|The best number to get hold of me is {v}.
        PHONE_NUMBER|de|Am besten erreicht man mich unter {v}.
        PHONE_NUMBER|fr|On peut me joindre au {v} le matin.
        PHONE_NUMBER|es|Estoy disponible en el {v} por la tarde.
        PHONE_NUMBER|it|Mi trovate al {v} dopo le cinque.
        PHONE_NUMBER|nl|Ik ben bereikbaar op {v}.
        CREDIT_CARD|en|I paid with {v} and was charged twice.
        CREDIT_CARD|de|Abgebucht wurde von der Karte {v}.
        CREDIT_CARD|fr|La carte {v} a été débitée deux fois.
        IBAN_CODE|en|Please refund to {v}.
        IBAN_CODE|de|Bitte überweisen Sie auf {v}.
        IP_ADDRESS|en|Somebody signed in from {v} last night.
        IP_ADDRESS|de|Die Anmeldung kam von {v}.
        US_SSN|en|They asked for my social, it's {v}.
        API_KEY|en|The password I use is {v}
        API_KEY|en|Our integration sends the token {v} with every call.
        API_KEY|de|Mein Passwort lautet {v}
        API_KEY|fr|Mon mot de passe est {v}
        API_KEY|es|La contraseña es {v}
        PERSON|en|My name is {v} and I ordered last week.
        PERSON|en|I spoke to {v} about this on the phone.
        PERSON|en|The parcel was signed for by {v}.
        PERSON|en|Hi, {v} here again.
        PERSON|en|Please add {v} to the account as second user.
        PERSON|de|Ich heiße {v} und habe letzte Woche bestellt.
        PERSON|de|Ich habe darüber mit {v} gesprochen.
        PERSON|fr|Je m'appelle {v} et j'ai commandé la semaine dernière.
        PERSON|fr|J'ai parlé avec {v} au téléphone.
        PERSON|es|Me llamo {v} e hice un pedido.
        PERSON|es|Hablé con {v} por teléfono.
        PERSON|it|Mi chiamo {v} e ho ordinato la settimana scorsa.
        PERSON|nl|Mijn naam is {v} en ik heb vorige week besteld.
        PERSON|pt|Chamo-me {v} e fiz uma encomenda.
        STREET_ADDRESS|en|Please deliver to {v} instead.
        STREET_ADDRESS|en|I live at {v}, second floor.
        STREET_ADDRESS|de|Bitte liefern Sie an {v}.
        STREET_ADDRESS|de|Ich wohne in der {v}.
        STREET_ADDRESS|fr|J'habite au {v}, deuxième étage.
        STREET_ADDRESS|es|Vivo en {v}, segundo piso.
        STREET_ADDRESS|it|Abito in {v}, secondo piano.
        STREET_ADDRESS|nl|Graag bezorgen op {v}.
        STREET_ADDRESS|pt|Moro na {v}, segundo andar.
        ZIP_CODE|en|Do you ship to postcode {v}?
        ZIP_CODE|de|Liefern Sie in das Gebiet mit der PLZ {v}?
        ZIP_CODE|fr|Livrez-vous, code postal {v} ?
        ZIP_CODE|es|¿Envían al código postal {v}?
        DATE_OF_BIRTH|en|I was born on {v}.
        DATE_OF_BIRTH|en|My DOB is {v}, if you need it to verify me.
        DATE_OF_BIRTH|de|Geboren bin ich am {v}.
        DATE_OF_BIRTH|fr|Je suis née le {v}.
        DATE_OF_BIRTH|es|Nací el {v}.
        DATE_OF_BIRTH|it|Sono nato il {v}.
        DATE_OF_BIRTH|nl|Ik ben geboren op {v}.
        USERNAME|en|My login is {v}, but it says unknown user.
        USERNAME|en|You can find me on the forum as {v}.
        USERNAME|de|Mein Benutzername ist {v}.
        USERNAME|fr|Mon identifiant est {v}.
        USERNAME|es|Mi usuario es {v}.
        MAC_ADDRESS|en|The router shows {v} for that laptop.
        URL|en|The page {v} gives an error.
        URL|de|Die Seite {v} zeigt einen Fehler.
        DOMAIN_NAME|en|Mails from {v} end up in spam.
        LOCATION|en|We are moving to {v} next month.
        LOCATION|de|Wir ziehen nächsten Monat nach {v}.
        LOCATION|fr|Nous partons pour {v} le mois prochain.
        ORGANIZATION|en|I work for {v} and need an invoice.
        ORGANIZATION|de|Ich arbeite bei der Firma {v}.
        DATE_TIME|en|The visit was moved to {v}.
        DATE_TIME|de|Der Termin wurde auf den {v} verschoben.
        DATE_TIME|fr|Le rendez-vous est fixé au {v}.
        AGE|en|My mother is {v} years old and lives alone.
        AGE|de|Meine Mutter ist {v} Jahre alt.
        AGE|es|Mi madre tiene {v} años.
        TITLE|en|Please write to {v} Okonkwo directly.
        TITLE|en|{v} Lindqvist will sign the form.
        NRP|en|My husband is {v} and needs a translation.
        NRP|en|The {v} community asked for an interpreter.
        """;

    private static readonly ILookup<string, (int Language, string Sentence)> ByType = Table.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(l => l.TrimEnd('\r').Split('|')).ToLookup(c => c[0], c => (Array.IndexOf(PlantedLabels.Languages, c[1]), c[2]), StringComparer.Ordinal);

    /// <summary>A sentence for a type. Types with sentences of their own take them three times out of four.</summary>
    public static (int Language, string Sentence) For(string type, ulong bits)
    {
        var own = ByType[type].ToList();
        // Whose value needs certain words around it (an age, a form of address) never stands in a sentence for any type.
        var any = ByType["*"].ToList();
        var list = own.Count > 0 && (bits % 4 > 0 || type is EntityTypes.Age or EntityTypes.Title or EntityTypes.Nrp) ? own : any;
        return list[(int)(bits / 4 % (ulong)list.Count)];
    }
}
