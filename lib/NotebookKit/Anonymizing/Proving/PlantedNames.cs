namespace NotebookKit.Anonymizing;

/// <summary>Invented full names: a forename and a surname of one origin, put together by chance.</summary>
internal static class PlantedNames
{
    private static readonly (string Forenames, string Surnames)[] Origins =
    [
        ("Olivia|George|Harriet|Callum|Beatrice|Desmond", "Whitfield|Pemberton|Ashworth|Holloway|Cartwright"),
        ("Brandon|Kaylee|Trevor|Shelby|Marcus|Deborah", "Hendricks|McAllister|Caldwell|Ramsey|Stratton"),
        ("Anneliese|Jürgen|Mareike|Thorsten|Heike|Lukas", "Brinkmann|Schäfer|Kowalke|Hoffmeister|Vogelsang"),
        ("Élodie|Baptiste|Margaux|Thierry|Solène|Gaëtan", "Delacroix|Lefèvre|Marchand|Roussel|Bellerose"),
        ("Lucía|Álvaro|Rocío|Javier|Inés|Gonzalo", "Fernández Rueda|Castellanos|Herrera|Navarro Gil|Ibáñez"),
        ("Chiara|Lorenzo|Giulia|Matteo|Ornella|Fabrizio", "Bianchi|Marchetti|De Santis|Rinaldi|Colombo"),
        ("Sanne|Joost|Femke|Daan|Liesbeth|Wouter", "van Dijk|de Vries|Hoekstra|ter Braak|Vermeulen"),
        ("Beatriz|Tiago|Inês|Duarte|Mafalda|Rui", "Carvalho|Figueiredo|dos Santos|Teixeira|Nogueira"),
        ("Agnieszka|Krzysztof|Zofia|Wojciech|Kinga|Marek", "Wiśniewska|Kowalczyk|Zieliński|Lewandowska|Mazur"),
        ("Ingrid|Lars|Astrid|Henrik|Solveig|Mikael", "Lindqvist|Johansen|Bergström|Halvorsen|Nygaard"),
        ("Aylin|Emre|Zeynep|Kerem|Elif|Burak", "Yıldırım|Demirci|Öztürk|Kaya|Aksoy"),
        ("Fatima|Omar|Layla|Hassan|Noura|Karim", "Al-Farsi|Haddad|Benali|El Amrani|Mansour"),
        ("Priya|Arjun|Ananya|Rohan|Lakshmi|Vikram", "Raghunathan|Chatterjee|Deshpande|Iyer|Malhotra"),
        ("Mei|Jun|Xiaoling|Wei|Haoran|Yifan", "Zhang|Huang|Liang|Zhou|Ouyang"),
        ("Haruka|Kenji|Yuki|Takumi|Aiko|Daichi", "Nakamura|Fujimoto|Watanabe|Ishikawa|Okada"),
        ("Minh|Linh|Quang|Thuy|Hoang|Trang", "Nguyen|Tran|Pham|Vo|Dang"),
        ("Chidi|Adaeze|Kwame|Abena|Tunde|Ngozi", "Okonkwo|Adeyemi|Boateng|Mensah|Eze"),
        ("Wanjiru|Kamau|Achieng|Juma|Zawadi|Baraka", "Mwangi|Otieno|Njoroge|Kimani|Odhiambo"),
        ("Dmitri|Svetlana|Alexei|Irina|Nikolai|Oksana", "Volkov|Morozova|Sokolov|Petrenko|Kuznetsova"),
        ("Ioana|Andrei|Mirela|Radu|Elena|Bogdan", "Popescu|Ionescu|Dumitru|Stanciu|Moldovan"),
        ("Siobhan|Cormac|Aoife|Declan|Niamh|Eoin", "O'Sullivan|Gallagher|Ní Bhriain|Kavanagh|McGrath"),
        ("Camila|Thiago|Valentina|Mateo|Renata|Joaquín", "Quispe|Villalobos|Oliveira|Guerrero|Zambrano"),
    ];

    /// <summary>A full name; one in six is a forename alone, as people sign.</summary>
    public static string Full(ulong bits)
    {
        var draw = new PlantedValues.Drawing(bits);
        var (forenames, surnames) = Origins[draw.From(0, Origins.Length - 1)];
        var forename = draw.Word(forenames);
        return draw.From(0, 5) == 0 ? forename : $"{forename} {draw.Word(surnames)}";
    }
}
