namespace NotebookKit.Anonymizing;

/// <summary>Parts of invented names by origin. Forenames are given to women and men alike where the origin has such; surnames are put together of two parts, so that few of them are
/// anybody's.</summary>
/// <param name="Forenames">Forenames.</param>
/// <param name="Starts">How surnames begin.</param>
/// <param name="Ends">How surnames end.</param>
internal sealed record NameFamily(string[] Forenames, string[] Starts, string[] Ends)
{
    private static NameFamily Of(string forenames, string starts, string ends) => new(forenames.Split(' '), starts.Split(' '), ends.Split(' '));

    public static readonly NameFamily English = Of(
        "Adair Ainsley Alex Arden Ari Auden Avery Bailey Bellamy Blair Briar Cameron Campbell Carey Casey Charlie Corin Dale Darcy Devin Drew Eden Ellis Emery Fern Finley Frankie Gale Greer Harper Haven Hollis "
        + "Indigo Ira Jamie Jessie Jody Jordan Jules Kelly Kendall Kerry Kit Lane Lee Lennox Lindsay Logan Marlow Marley Merritt Morgan Murphy Noel Oakley Ollie Parker Pat Perry Quinn Ray Reese Remy Riley Rio Robin "
        + "Rory Rowan Sage Sam Shannon Shay Sidney Skyler Sloane Spencer Sutton Tatum Taylor Teagan Terry Toby Val Wren",
        "Ald Arl Ash Bar Beck Bel Birch Bram Bren Cald Carn Chal Clay Cor Cran Dal Dun Elm Els Fal Fen Gar Glen Gran Gren Hal Har Hart Hazel Hol Ing Kel Kin Lark Lin Lor Mal Mar Mer Mor Nor Oak Or Pel Pem Quil "
        + "Rad Ran Rook Sel Shar Stan Sur Tal Thorn Tor Ul Ver Wal War Wen Whit Win Yar",
        "bourne brook bury by combe cote croft dale den field ford gate hurst lake leigh ley low mere mond more ridge sby shaw stead thwaite ton vale wick with worth");

    public static readonly NameFamily German = Of(
        "Alexis Andrea Bente Chris Dominique Eike Elia Finn Folke Friedel Gerrit Helge Hilke Imke Janne Jona Jule Juri Kai Kim Kersten Lauri Lenne Luca Luka Maris Maxi Mika Neo Nicola Niki Noa Ole Quirin Rike Robin "
        + "Sascha Sandy Sigi Sören Tamme Tjark Toni Ulli Veit Wanja",
        "Ahren Bachen Berken Birken Brand Buchen Dorn Ecken Eichen Elsen Falken Feld Fichten Gersten Hagen Hasel Heiden Hellen Hohen Kirschen Kranich Lauen Linden Mühlen Nessel Oster Quellen Rauten Roden Schilf Silber Stein "
        + "Tannen Ulmen Wachen Weiden Wester Winter Zeder Ziegel",
        "acker bach baum berger brink bruch burg dorf ecker egger feld fels gruber grund hauser heim hof horst kamp mann moser rieder scheid stedt steiner tal thaler wald");

    public static readonly NameFamily Romance = Of(
        "Alex Andrea Ariel Camille Célia Chris Claude Cruz Dominique Elia Eden Fleur Gael Guadalupe Inés Isa Jael Jean Joss Léo Lou Luz Maé Marin Maxime Morgan Nael Noa Noé Pau Paz René Río Rosario Sacha Sol Sauveur "
        + "Trinidad Vale Yaël Zoel",
        "Alba Amar Argen Aure Bella Bona Calde Cante Carre Casta Cordo Dolci Espi Fari Feli Fontal Gala Gerva Lava Lumi Mada Mar Mira Monte Morei Nava Olivi Palo Peri Quinta Rena Riba Roma Rosa Sala Sera Tala Torre "
        + "Vala Verdi",
        "bel bier card cedo cel chal dano dena deri dier gano lard lero lez lini llac mont naro nelli nero quier rado relli reno ret rigo rino sella tal telli tero vaz vel vera zán");

    public static readonly NameFamily Nordic = Of(
        "Alve Aslan Bo Eira Eli Elis Embla Folke Frei Hilde Ilja Inge Isa Jannik Kaj Kari Kim Liv Lo Love Lumi Maj Mika Mio Nikola Noor Odd Ola Robin Rune Saga Sindre Storm Tor Tove Ulle Varg Vide Viggo Yngve",
        "Ahl Alm Berg Björk Blom Borg Dahl Ek Eng Fall Fors Gran Grön Hag Hed Holm Kvist Lind Ljung Lund Löv Mo Ny Rosen Sand Sjö Skog Ström Sund Vik Väster Öst",
        "berg blad borg dal ecker ensen feldt gaard gren holm holt klint kvist lund mark nes rud ssen stad strand stuen ström vall vik ås");

    public static readonly NameFamily Slavic = Of(
        "Bogna Dana Darian Dominik Drahos Goran Ilia Iva Jarmil Jory Kamil Kosma Lada Lesna Ljuba Luka Miki Mila Miran Mirel Misha Neda Nikita Noe Olek Rada Sasha Sava Slavek Stana Tomi Vanja Vesna Vidan Vlada Zdena Zlata",
        "Bart Bezd Bor Brez Chmel Dobr Drag Dub Gor Grab Hav Jas Jav Kalin Klim Kos Krak Krem Lip Lub Mal Marc Mor Nov Ost Pal Pol Rad Rost Sad Slav Sok Star Sverd Tren Vad Vel Vlad Zab Zel",
        "acek ak anek anic anski arek arov avec czyk ecki enko etic evic icki icz ik inec inski itz kowic nik ovec ovic owski ovsky ski");

    public static readonly NameFamily Cyrillic = Of(
        "Саша Валя Слава Женя Паша Никита Миша Шура Тоша Лёля Митя Рада Юра Веня Гоша Лада Мила Ника Рома Тёма",
        "Берез Бор Вереск Верх Гор Дуб Ждан Заре Зелен Калин Клён Красн Лип Луг Мал Мир Нов Озер Перел Рад Род Сад Свет Север Снеж Сокол Солн Стар Тал Холм Ясен Яр",
        "ак аков анов анько ский ень енко ецкий иков ин инский ич ков ник ников овец ович овский цев чук");

    public static readonly NameFamily Greek = Of(
        "Αλέξη Άρη Δάφνη Ηλία Θάλεια Ίρις Κοσμά Λίνος Μάριος Νίκη Ορέστη Πάρις Ρέα Σόλων Φίλιππος Χάρις",
        "Αλεξ Ανθ Αστερ Γαλαν Δαφν Ελατ Θαλασ Καστρ Κυπαρ Λεμον Λευκ Μαρμαρ Μελισ Νερ Ξανθ Ορειν Πευκ Ποταμ Ροδ Στερν Φεγγ Χρυσ",
        "άδης άκης άκος αράς έας ίδης ινός ίτης όπουλος ούδης ούλης ώτης");

    public static readonly NameFamily Arabic = Of(
        "نور صباح إحسان رضا هدى وسام جهاد نضال شمس ضياء سلام أمان وئام بهاء سنا ندى", "ال",
        "بستاني ساحلي جبلي نهري واحي زيتوني رمالي نجمي غابي سهلي صخري وردي قمري مطري ريحاني فجري تلالي ينبوعي");

    public static readonly NameFamily Hebrew = Of(
        "נועם אריאל ליאור טל עדן אור שי רוני עומר יובל גל דניאל שחר ניצן ים רז", "בן בר אל נר צור גל",
        "הר נוף סלע דקל אלון ארז תמר ברוש חורש כרמי שדה אורן זית ענבר כפיר לביא");

    public static readonly NameFamily Devanagari = Of(
        "किरण ज्योति सुमन मनन शुभम आकाश रोशनी प्रेम तरुण मधु चंदन नवीन आरव ईशान नयन सरल", "वन गिरि नदी दीप सागर मेघ चंद्र रवि हिम पुष्प",
        "पाल कर वाल नाथ राज धर कांत दत्त मणि शेखर");

    public static readonly NameFamily Katakana = Of(
        "アオイ ヒナタ ソラ ハル カオル ミズキ ナギ レイ アサヒ ユウキ チアキ マコト シノブ ツバサ イブキ リン", "アオ アサ イシ カワ キタ クロ シラ スギ タケ ナカ ニシ ハヤ ヒガ フカ ミナ モリ ヤマ ワカ",
        "オカ ガワ サキ シマ セ ゾノ ダ ツカ ナミ ノ バヤシ ハラ ミネ ムラ モト ヤ");

    /// <summary>Surnames and given names of one or two characters.</summary>
    public static readonly NameFamily Han = Of("安然 晨曦 楚云 海宁 嘉禾 静川 乐山 林溪 明舒 青禾 秋白 若水 书言 松月 文竹 晓星 雅言 雨泽 云舒 子安", "白 柏 岑 楚 丹 谷 禾 景 兰 凌 梅 宁 秋 桑 舒 松 溪 夏 叶 竹", "");

    public static readonly NameFamily Hangul = Of("가온 나래 누리 다온 도담 라온 마루 미르 바다 보람 새론 소담 아라 여름 은솔 이든 지음 하늘 한결 해솔", "가 나 라 마 봄 빛 새 솔 온 울 이 초 터 해 흰", "");
}
