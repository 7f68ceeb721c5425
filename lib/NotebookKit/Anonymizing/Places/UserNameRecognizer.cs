namespace NotebookKit.Anonymizing;

/// <summary>User names: <c>@handle</c>, <c>u/name</c>, <c>user: jdoe42</c>, "my username is …", <c>name#1234</c>, the last part of a profile's address. Mails,
/// annotations and packages of code, and commands are none.</summary>
public sealed class UserNameRecognizer : Recognizer
{
    private static readonly PhraseSearch Starts = new(
    [
        "@", "u/", "user", "login", "logged in as", "log in as", "sign in as", "signed in as", "handle", "screen name", "screenname", "nick", "gamertag", "find me", "skype", "utilizador", "benutzer", "anmeldename", "nutzername", "utilisateur", "identifiant", "pseudo", "usuario", "usuário", "utente", "gebruiker",
        "användar", "brukernavn", "brugernavn", "discord", "telegram", "snapchat", "insta", "tiktok", "wechat", "weixin", "viber", "kik", "mastodon", "bluesky", "twitter", "ign", "uid", "account name", "account id", "github.com/", "gitlab.com/", "twitter.com/", "x.com/", "instagram.com/", "facebook.com/", "linkedin.com/in/", "t.me/", "reddit.com/u", "twitch.tv/", "tiktok.com/@", "medium.com/@", "youtube.com/@",
        "snap:", "psn", "xbox", "steam", "#",
    ]);

    /// <inheritdoc/>
    public override string EntityType => EntityTypes.UserName;

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(into);
        var span = text.AsSpan();
        bool? isCode = null;
        for (var from = 0; from < span.Length;)
        {
            var found = Starts.IndexIn(span[from..]);
            if (found < 0) return;
            var at = from + found;
            from = at + 1;
            double score;
            int start, end;
            switch (span[at])
            {
                case '@': score = Handles.At(span, at, ref isCode, out start, out end); break;
                case '#': score = Handles.Discriminator(span, at, out start, out end); break;
                case 'u' or 'U' when Chars.At(span, at + 1) == '/': score = Handles.Reddit(span, at, out start, out end); break;
                default: score = UserNameCues.Read(span, at, out start, out end); break;
            }

            if (score < 0.25) continue;
            into.Add(At(start, end, score));
            from = Math.Max(from, end);
        }
    }
}
