using NotebookKit.Cleaning;

namespace NotebookKit.Tests.Cleaning;

/// <summary>Texts whose language is known: own sentences as customers and agents write them, and word pairs that training leaves out.</summary>
internal static class LanguageSamples
{
    /// <summary>Every fifth word pair is held out.</summary>
    private const int HeldOutEvery = 5;

    /// <summary>The languages with the most text on the web that users of the kit are likely to meet.</summary>
    public static readonly IReadOnlyList<string> BigTen = ["de", "en", "es", "fr", "it", "ja", "nl", "pt", "ru", "zh"];

    private static readonly Dictionary<string, string[]> Own = new()
    {
        ["de"] =
        [
            "Ich habe mein Passwort vergessen und komme nicht mehr in mein Konto.", "Wann wird meine Bestellung endlich geliefert?",
            "Die Rechnung für den letzten Monat ist leider falsch.", "Bitte öffnen Sie die Einstellungen und wählen Sie Datenschutz.",
            "Das Gerät lässt sich nach dem Update nicht mehr einschalten.", "Vielen Dank für Ihre schnelle Antwort!",
            "Können Sie mir sagen, wie ich mein Abo kündige?", "Der Betrag wird in drei bis fünf Werktagen erstattet.",
            "Leider ist die Filiale heute geschlossen.", "Ich möchte gerne einen Termin für nächste Woche vereinbaren.",
            "Der Bildschirm bleibt schwarz, obwohl der Akku voll ist.", "Welche Größe soll ich bestellen?",
            "Wir haben Ihren Antrag erhalten und prüfen ihn.", "Mein Paket liegt angeblich beim Nachbarn.", "Bitte senden Sie uns ein Foto vom Schaden.",
        ],
        ["en"] =
        [
            "I forgot my password and cannot get into my account.", "When will my order finally be delivered?", "The invoice for last month is wrong.",
            "Please open the settings and choose privacy.", "The device will not turn on after the update.", "Thank you for your quick reply!",
            "Can you tell me how to cancel my subscription?", "The amount will be refunded within three to five business days.",
            "Unfortunately the branch is closed today.", "I would like to book an appointment for next week.",
            "The screen stays black even though the battery is full.", "Which size should I order?", "We have received your request and are looking into it.",
            "My parcel is said to be at the neighbours'.", "Please send us a picture of the damage.",
        ],
        ["es"] =
        [
            "He olvidado mi contraseña y no puedo entrar en mi cuenta.", "¿Cuándo llegará mi pedido?", "La factura del mes pasado está equivocada.",
            "Abra los ajustes y elija privacidad, por favor.", "El aparato no se enciende después de la actualización.", "¡Muchas gracias por su rápida respuesta!",
            "¿Puede decirme cómo cancelar mi suscripción?", "El importe se devolverá en tres o cinco días hábiles.", "Lamentablemente la oficina está cerrada hoy.",
            "Quisiera pedir una cita para la semana que viene.", "La pantalla sigue negra aunque la batería está llena.", "¿Qué talla debería pedir?",
            "Hemos recibido su solicitud y la estamos revisando.", "Mi paquete está supuestamente en casa del vecino.", "Envíenos una foto del daño, por favor.",
        ],
        ["fr"] =
        [
            "J'ai oublié mon mot de passe et je n'arrive plus à me connecter.", "Quand est-ce que ma commande sera livrée ?", "La facture du mois dernier est fausse.",
            "Ouvrez les paramètres et choisissez confidentialité.", "L'appareil ne s'allume plus depuis la mise à jour.", "Merci beaucoup pour votre réponse rapide !",
            "Pouvez-vous me dire comment résilier mon abonnement ?", "Le montant sera remboursé sous trois à cinq jours ouvrés.",
            "Malheureusement, l'agence est fermée aujourd'hui.", "Je voudrais prendre rendez-vous pour la semaine prochaine.",
            "L'écran reste noir alors que la batterie est pleine.", "Quelle taille dois-je commander ?", "Nous avons bien reçu votre demande et nous l'examinons.",
            "Mon colis serait chez le voisin.", "Envoyez-nous une photo des dégâts, s'il vous plaît.",
        ],
        ["it"] =
        [
            "Ho dimenticato la password e non riesco più a entrare nel mio account.", "Quando arriverà il mio ordine?", "La fattura del mese scorso è sbagliata.",
            "Apra le impostazioni e scelga privacy, per favore.", "Il dispositivo non si accende più dopo l'aggiornamento.", "Grazie mille per la risposta veloce!",
            "Può dirmi come disdire il mio abbonamento?", "L'importo verrà rimborsato entro tre o cinque giorni lavorativi.", "Purtroppo la filiale oggi è chiusa.",
            "Vorrei prenotare un appuntamento per la prossima settimana.", "Lo schermo rimane nero anche se la batteria è carica.", "Quale taglia devo ordinare?",
            "Abbiamo ricevuto la sua richiesta e la stiamo esaminando.", "Il mio pacco dovrebbe essere dal vicino.", "Ci mandi una foto del danno, per favore.",
        ],
        ["ja"] =
        [
            "パスワードを忘れてしまい、アカウントに入れません。", "注文した商品はいつ届きますか。", "先月の請求書が間違っています。", "設定を開いて、プライバシーを選んでください。",
            "アップデートの後、電源が入らなくなりました。", "早速のお返事ありがとうございます。", "定期購読を解約する方法を教えてください。", "返金は三日から五日以内に行われます。",
            "申し訳ありませんが、本日は休業しております。", "来週の予約を取りたいのですが。",
        ],
        ["nl"] =
        [
            "Ik ben mijn wachtwoord vergeten en kom niet meer in mijn account.", "Wanneer wordt mijn bestelling eindelijk bezorgd?", "De factuur van vorige maand klopt niet.",
            "Open de instellingen en kies privacy.", "Het apparaat gaat na de update niet meer aan.", "Hartelijk dank voor uw snelle antwoord!",
            "Kunt u mij vertellen hoe ik mijn abonnement opzeg?", "Het bedrag wordt binnen drie tot vijf werkdagen teruggestort.", "Helaas is het filiaal vandaag gesloten.",
            "Ik wil graag een afspraak maken voor volgende week.", "Het scherm blijft zwart hoewel de batterij vol is.", "Welke maat moet ik bestellen?",
            "Wij hebben uw aanvraag ontvangen en bekijken deze.", "Mijn pakket ligt zogenaamd bij de buren.", "Stuur ons een foto van de schade, alstublieft.",
        ],
        ["pt"] =
        [
            "Esqueci a minha senha e não consigo entrar na minha conta.", "Quando é que a minha encomenda vai chegar?", "A fatura do mês passado está errada.",
            "Abra as configurações e escolha privacidade, por favor.", "O aparelho não liga mais depois da atualização.", "Muito obrigado pela resposta rápida!",
            "Pode me dizer como cancelar a minha assinatura?", "O valor será reembolsado em três a cinco dias úteis.", "Infelizmente a loja está fechada hoje.",
            "Gostaria de marcar uma consulta para a próxima semana.", "A tela continua preta embora a bateria esteja cheia.", "Que tamanho devo pedir?",
            "Recebemos o seu pedido e estamos a analisá-lo.", "O meu pacote estaria na casa do vizinho.", "Envie-nos uma foto do dano, por favor.",
        ],
        ["ru"] =
        [
            "Я забыл пароль и не могу войти в свою учётную запись.", "Когда наконец доставят мой заказ?", "Счёт за прошлый месяц неверный.",
            "Откройте настройки и выберите конфиденциальность.", "После обновления устройство не включается.", "Большое спасибо за быстрый ответ!",
            "Подскажите, как отменить подписку?", "Сумма будет возвращена в течение трёх рабочих дней.", "К сожалению, сегодня отделение закрыто.",
            "Я хотел бы записаться на следующую неделю.", "Экран остаётся чёрным, хотя батарея заряжена.", "Какой размер мне заказать?",
        ],
        ["zh"] =
        [
            "我忘记了密码，无法登录我的账户。", "我的订单什么时候能送到？", "上个月的账单是错误的。", "请打开设置，然后选择隐私。", "更新之后设备无法开机。", "非常感谢您的快速回复！",
            "请告诉我如何取消订阅。", "款项将在三到五个工作日内退回。", "很遗憾，今天分店不营业。", "我想预约下周的时间。",
        ],
        ["sv"] = ["Jag har glömt mitt lösenord och kommer inte in på mitt konto.", "När kommer min beställning att levereras?", "Tack för ert snabba svar, det hjälpte mycket."],
        ["pl"] = ["Zapomniałem hasła i nie mogę zalogować się na swoje konto.", "Kiedy zostanie dostarczone moje zamówienie?", "Dziękuję za szybką odpowiedź, bardzo mi pomogła."],
        ["tr"] = ["Şifremi unuttum ve hesabıma giremiyorum.", "Siparişim ne zaman teslim edilecek?", "Hızlı cevabınız için çok teşekkür ederim."],
        ["uk"] = ["Я забув пароль і не можу увійти до свого облікового запису.", "Коли нарешті доставлять моє замовлення?", "Дуже дякую за швидку відповідь."],
        ["ar"] = ["نسيت كلمة المرور ولا أستطيع الدخول إلى حسابي.", "متى سيصل طلبي أخيرا إلى المنزل؟", "شكرا جزيلا على الرد السريع من فريقكم."],
        ["ko"] = ["비밀번호를 잊어버려서 계정에 로그인할 수 없습니다.", "제 주문은 언제 배송되나요?", "빠른 답변 정말 감사합니다."],
    };

    /// <summary>The own sentences.</summary>
    public static IReadOnlyList<(string Language, string Text)> Sentences { get; } = [.. Own.SelectMany(l => l.Value.Select(text => (l.Key, text)))];

    /// <summary>Word pairs of a language, those for training or those held out.</summary>
    public static IEnumerable<string> Pairs(string data, string language, bool heldOut)
    {
        // Norwegian is told as one language here; the pairs are of its larger written form.
        var folder = Path.Combine(data, "lingua_testdata", language == "no" ? "nb" : language, "testdata");
        return File.ReadLines(Path.Combine(folder, "word-pairs.txt")).Where((_, i) => i % HeldOutEvery == 0 == heldOut);
    }

    /// <summary>Texts of several held-out pairs, for every language that can be told and has pairs.</summary>
    public static IReadOnlyList<(string Language, string Text)> HeldOutTexts(string data, int pairs) =>
    [
        .. LanguageProfiles.Languages
            .Where(code => Directory.Exists(Path.Combine(data, "lingua_testdata", code == "no" ? "nb" : code)))
            .SelectMany(code => Pairs(data, code, heldOut: true).Chunk(pairs).Where(c => c.Length == pairs).Select(c => (code, string.Join(' ', c)))),
    ];

    /// <summary>Ratio of texts whose language is told right.</summary>
    public static double Accuracy(IReadOnlyList<(string Language, string Text)> samples) =>
        (double)samples.Count(s => LanguageIdentifier.Identify(s.Text) == s.Language) / samples.Count;
}
