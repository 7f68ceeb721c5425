namespace NotebookKit.Anonymizing;

/// <summary>What forms and programs call a kind of personal data: for planting, and written apart from what recognizers look for.</summary>
internal static class PlantedLabels
{
    /// <summary>Languages of the words, in the order of the columns.</summary>
    public static readonly string[] Languages = ["en", "de", "fr", "es", "it", "nl", "pt"];

    /// <summary>A type, a key of a program, then a word in each language.</summary>
    private const string Table = """
        EMAIL_ADDRESS|contact_mail|e-mail|E-Mail-Adresse|adresse mail|correo electrónico|indirizzo e-mail|e-mailadres|correio eletrónico
        PHONE_NUMBER|callback|phone number|Telefonnummer|numéro de téléphone|número de teléfono|numero di telefono|telefoonnummer|número de telefone
        CREDIT_CARD|card|card number|Kartennummer|numéro de carte|número de tarjeta|numero della carta|kaartnummer|número do cartão
        IBAN_CODE|account|IBAN|IBAN|IBAN|IBAN|IBAN|IBAN|IBAN
        IP_ADDRESS|client_ip|IP address|IP-Adresse|adresse IP|dirección IP|indirizzo IP|IP-adres|endereço IP
        US_SSN|ssn|social security number|Sozialversicherungsnummer (USA)|numéro de sécurité sociale américain|número de seguro social|numero di previdenza sociale|Amerikaans social security number|número da segurança social
        API_KEY|api_key|API key|API-Schlüssel|clé API|clave de API|chiave API|API-sleutel|chave de API
        PERSON|customer_name|name|Name|nom|nombre|nome|naam|nome
        STREET_ADDRESS|address_line1|address|Anschrift|adresse|dirección|indirizzo|adres|morada
        ZIP_CODE|postal_code|postcode|Postleitzahl|code postal|código postal|CAP|postcode|código postal
        DATE_OF_BIRTH|birth_date|date of birth|Geburtsdatum|date de naissance|fecha de nacimiento|data di nascita|geboortedatum|data de nascimento
        USERNAME|login|user name|Benutzername|nom d'utilisateur|nombre de usuario|nome utente|gebruikersnaam|nome de utilizador
        MAC_ADDRESS|mac|MAC address|MAC-Adresse|adresse MAC|dirección MAC|indirizzo MAC|MAC-adres|endereço MAC
        URL|link|link|Link|lien|enlace|link|link|ligação
        DOMAIN_NAME|host|host name|Hostname|nom d'hôte|nombre de host|nome host|hostnaam|nome do servidor
        LOCATION|city|city|Ort|ville|ciudad|città|plaats|cidade
        ORGANIZATION|company|company|Firma|société|empresa|azienda|bedrijf|empresa
        DATE_TIME|appointment|date|Datum|date|fecha|data|datum|data
        AGE|age|age|Alter|âge|edad|età|leeftijd|idade
        TITLE|salutation|title|Anrede|civilité|tratamiento|titolo|aanhef|tratamento
        NRP|nationality|nationality|Nationalität|nationalité|nacionalidad|nazionalità|nationaliteit|nacionalidade
        US_ITIN|itin|ITIN|ITIN|ITIN|ITIN|ITIN|ITIN|ITIN
        US_BANK_NUMBER|account_number|bank account number|Kontonummer|numéro de compte|número de cuenta|numero di conto|rekeningnummer|número da conta
        ABA_ROUTING_NUMBER|routing_number|routing number|ABA-Nummer|numéro ABA|número ABA|codice ABA|ABA-nummer|número ABA
        BIC_CODE|swift|BIC|BIC|BIC|BIC|BIC|BIC|BIC
        EU_VAT_NUMBER|vat_id|VAT number|USt-IdNr.|numéro de TVA|NIF-IVA|partita IVA|btw-nummer|número de IVA
        PASSPORT|passport_no|passport number|Reisepassnummer|numéro de passeport|número de pasaporte|numero di passaporto|paspoortnummer|número do passaporte
        US_PASSPORT|passport_no|US passport number|US-Passnummer|numéro de passeport américain|número de pasaporte estadounidense|numero di passaporto americano|Amerikaans paspoortnummer|número do passaporte americano
        US_DRIVER_LICENSE|drivers_license|driver's license|US-Führerschein|permis de conduire américain|licencia de conducir|patente di guida americana|Amerikaans rijbewijs|carta de condução americana
        DRIVER_LICENSE|driving_licence|driving licence number|Führerscheinnummer|numéro de permis de conduire|número de permiso de conducir|numero di patente|rijbewijsnummer|número da carta de condução
        LICENSE_PLATE|plate|license plate|Kennzeichen|plaque d'immatriculation|matrícula|targa|kenteken|matrícula
        VIN|vin|VIN|Fahrgestellnummer|numéro de châssis|número de bastidor|numero di telaio|chassisnummer|número do chassis
        IMEI|imei|IMEI|IMEI|IMEI|IMEI|IMEI|IMEI|IMEI
        CRYPTO|wallet|wallet address|Wallet-Adresse|adresse du portefeuille|dirección de la cartera|indirizzo del wallet|walletadres|endereço da carteira
        MEDICAL_RECORD|mrn|medical record number|Patientennummer|numéro de dossier médical|número de historia clínica|numero di cartella clinica|patiëntnummer|número do processo clínico
        INSURANCE_NUMBER|policy_no|insurance number|Versicherungsnummer|numéro d'assuré|número de póliza|numero di polizza|polisnummer|número da apólice
        PERSONAL_NUMBER|national_id|national ID number|Personalnummer|numéro d'identité|número de identidad|numero d'identità|persoonsnummer|número de identificação
        """;

    private static readonly Dictionary<string, string[]> ByType = Table.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(l => l.TrimEnd('\r').Split('|')).ToDictionary(c => c[0], c => c[1..], StringComparer.Ordinal);

    /// <summary>The key that a program gives the type: its own name in lower case where none is listed.</summary>
    public static string Key(string type) => ByType.TryGetValue(type, out var words) ? words[0] : type.ToLowerInvariant();

    /// <summary>The word for the type in a language; an English one made of its name where none is listed.</summary>
    public static string Word(string type, int language) =>
        ByType.TryGetValue(type, out var words) ? words[1 + language] : type.ToLowerInvariant().Replace('_', ' ');
}
