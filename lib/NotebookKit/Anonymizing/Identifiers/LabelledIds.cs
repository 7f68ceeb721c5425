namespace NotebookKit.Anonymizing;

/// <summary>A kind of number that only words before it tell: who gives it out chooses its form.</summary>
/// <param name="Type">The kind.</param>
/// <param name="Labels">The words, in some languages.</param>
/// <param name="Least">Least letters and digits.</param>
/// <param name="Most">Most letters and digits.</param>
/// <param name="Digits">Least digits.</param>
/// <param name="Letters">Whether it may have letters.</param>
internal sealed record LabelledId(string Type, string Labels, int Least, int Most, int Digits, bool Letters)
{
    /// <summary>The words, made ready to be searched for.</summary>
    public Cues Cues { get; } = new(Labels);

    /// <summary>All kinds, the more special first.</summary>
    public static LabelledId[] All { get; } =
    [
        new(EntityTypes.Passport, "passport|passport number|passport no|passport #|reisepass|reisepassnummer|passnummer|pass-nr|passeport|numéro de passeport|pasaporte|número de pasaporte|passaporto|numero di passaporto|"
            + "paspoort|paspoortnummer|passaporte|número do passaporte|paszport|pasport", 6, 12, 5, true),
        new(EntityTypes.UsDriverLicense, "driver's license|drivers license|driver license|driver's licence|driver licence|drivers licence|driving license|driving licence|driver’s license|license number|licence number|dl|dl number|dl no|"
            + "dl#|driver's lic|driver id", 5, 16, 4, true),
        new(EntityTypes.DriverLicense, "führerschein|führerscheinnummer|fahrerlaubnis|permis de conduire|numéro de permis|permiso de conducir|licencia de conducir|carnet de conducir|patente di guida|numero patente|rijbewijs|"
            + "rijbewijsnummer|carta de condução|carteira de motorista|cnh|prawo jazdy", 5, 16, 4, true),
        new(EntityTypes.MedicalRecord, "mrn|medical record|medical record number|patient id|patient number|patient no|patient #|chart number|chart no|health record|hospital number|patientennummer|patienten-nr|patienten-id|fallnummer|"
            + "krankenaktennummer|numéro de patient|numéro de dossier médical|dossier médical|historia clínica|número de paciente|cartella clinica|numero paziente|patiëntnummer|número do paciente|prontuário", 4, 14, 4, true),
        new(EntityTypes.InsuranceNumber, "insurance number|insurance no|insurance id|insurance policy|policy number|policy no|policy id|policy #|member id|subscriber id|group number|claim number|claim no|claim id|claim #|"
            + "versicherungsnummer|versicherungsnr|versicherungsschein|policennummer|schadennummer|numéro de police|numéro d'assurance|numéro de contrat|número de póliza|póliza|numero di polizza|polizza|polisnummer|"
            + "número da apólice|apólice|numéro d'assuré", 5, 18, 4, true),
        new(EntityTypes.PersonalNumber, "employee id|employee number|employee no|employee #|emp id|staff id|staff number|badge number|badge id|personnel number|payroll number|student id|student number|student no|matriculation number|"
            + "customer id|customer number|customer no|client number|client id|personalnummer|mitarbeiternummer|matrikelnummer|kundennummer|kunden-nr|kundennr|numéro client|numéro d'employé|numéro étudiant|matricule|"
            + "número de empleado|número de cliente|número de estudiante|numero cliente|numero dipendente|matricola|klantnummer|personeelsnummer|número do cliente|número de funcionário|matrícula de aluno|"
            + "national id|national id number|national identity|identity number|identity card|id card number|numéro d'identité|número de identidad|numero d'identità|persoonsnummer|número de identificação|número de identificación", 4, 14, 4, true),
        new(EntityTypes.BankAccount, "account number|account no|account #|account num|acct|acct no|acct number|a/c|a/c no|bank account|checking account|savings account|account|sort code|kontonummer|konto-nr|kontonr|konto|"
            + "bankleitzahl|blz|numéro de compte|compte bancaire|cuenta bancaria|número de cuenta|numero de cuenta|conto corrente|numero di conto|rekeningnummer|conta bancária|conta corrente|número da conta", 6, 17, 6, false),
        new(EntityTypes.Imei, "imei|imei number", 15, 15, 15, false),
    ];

    /// <summary>Numbers and letters of licences by state, several states often the same. Source: AAMVA, Driver license and ID card number formats by jurisdiction.</summary>
    private static readonly string[] UsLicenses =
    [
        "#######", "########", "#########", "##########", "############", "@########", "@#######", "@######", "@#########", "@###########", "@############", "@#############", "@##############", "@@######", "@@@######", "@@#######",
        "##@@@#####", "###@@####", "@@######@", "#######@", "########@", "#########@", "#############", "@@@@@@@######", "@@@@@#######", "@######@@@", "@@@@@######", "WDL@@@@@####",
    ];

    /// <summary>True where a value without separators has the form of some state's licences.</summary>
    public static bool IsUsLicense(ReadOnlySpan<char> value)
    {
        foreach (var form in UsLicenses)
        {
            if (form.Length != value.Length) continue;
            var fits = true;
            for (var i = 0; i < form.Length && fits; i++) fits = form[i] switch { '#' => char.IsAsciiDigit(value[i]), '@' => char.IsAsciiLetter(value[i]), _ => char.ToUpperInvariant(value[i]) == form[i] };
            if (fits) return true;
        }

        // Washington: letters of the name filled up with asterisks, then letters and digits; here without the asterisks.
        return value.Length == 12 && char.IsAsciiLetter(value[0]) && char.IsAsciiLetter(value[1]);
    }
}
