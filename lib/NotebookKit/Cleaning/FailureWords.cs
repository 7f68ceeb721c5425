namespace NotebookKit.Cleaning;

/// <summary>The words of reports about failures by what they do. Own collection: parts of systems, ways to fail, what programs do, and how they put the reader
/// off.</summary>
internal static class FailureWords
{
    /// <summary>Each class with its words; a word may stand in several.</summary>
    public static readonly (FailurePart Does, string Words)[] Single =
    [
        (FailurePart.Thing, "request requests server servers service services system systems connection connections response responses operation operations session network model models backend frontend database databases api apis assistant upstream "
            + "downstream gateway page suggestion suggestions generation engine engines process processes job jobs task tasks worker workers host hosts endpoint endpoints client socket sockets application app query queries reply replies answer answers "
            + "completion completions output outputs tool tools function functions plugin plugins token tokens context quota rate limit key keys resource resources content internet website site platform provider providers feature bot chatbot data "
            + "message messages stream streams queue cache memory script module result results access prompt prompts certificate handshake agent tenant subscription account credentials authentication authorization proxy dns port ports cluster node "
            + "nodes instance container runtime kernel device disk gpu cuda cpu heap transaction lock pool thread threads http https ssl tls webhook payload body header headers schema parameter parameters argument arguments moderation filter filters "
            + "policy moderator deployment file files directory command permission permissions route path pipe package library driver symbol import syntax javascript cookies browser login captcha credential assertion variable index json xml yaml html "
            + "config configuration environment stack url region chat conversation generator inference draft drafts text traffic demand volume load pipeline step stage callback retriever bucket blob object reference pointer pointers array "
            + "null attribute property method constructor signature checksum encoding byte bytes stdin stdout buffer frame packet packets shard replica pod vm cookie csrf oauth jwt scope license licence workspace infrastructure "
            + "backoff throughput latency datastore storage template templates renderer parser compiler interpreter dispatcher scheduler broker listener adapter wrapper middleware firewall router circuit breaker allowance channel channels smtp ssh ftp "
            + "zugriff verbindung server anfrage dienst antwort connexion serveur requete reponse servidor conexion solicitud respuesta servizio richiesta brain circuits wires end side"),
        (FailurePart.Failure, "error errors failed failure failures fails fail failing crashed crash crashes timeout timeouts refused reset aborted abort expired overloaded unavailable unreachable terminated interrupted disconnected exceeded exceeds "
            + "exception exceptions fault fatal broke broken denied forbidden unauthorized unauthorised invalid corrupted corrupt malformed rejected offline outage maintenance busy wrong down lost unresponsive cancelled canceled halted overload throttled "
            + "exhausted stuck hiccup glitch unhealthy difficulties difficulty snag bump trouble problem problems issue issues bug bugs panic segfault overflow deadlock unauthenticated unreadable unsupported blocked filtered flagged suspended dropped "
            + "revoked disabled killed undeliverable unresolved unhandled uncaught unparsable unexpectedly violation violations mismatch collision outdated inaccessible incomplete incorrect removed retries indisponible timed nonexistent insufficient "
            + "illegal bad duplicate undefined unrecognized unrecognised required killed evicted dumped conflict incompatible full exhaustion undergoing downtime hang stalled stall degraded incident faulty damaged dead frozen congestion congested "
            + "unstable misconfigured throttling missing empty blank truncated cut severed quiet silent unusable undecodable unknown unspecified preempted overrun underrun oom nil deprecated rejected unacceptable unprocessable exceeding saturated "
            + "backlogged asleep confused tripped choked fehler fehlgeschlagen verweigert abgelaufen zeituberschreitung erreur echec refuse refusee expire expiree fallo fallida denegado errore negato scaduto"),
        (FailurePart.Soft, "problem problems issue issues bug bugs crash crashes trouble missing wrong empty full lost down busy bad blank duplicate cut quiet silent unknown required blocked removed cancelled canceled suspended incomplete incorrect "
            + "stuck dead refused conflict difficulty difficulties snag bump hiccup glitch outdated invalid expired interrupted damaged filtered flagged offline reset dropped failed fail confused asleep heavy reset refuse"),
        (FailurePart.Core, "request requests server servers service services system systems response responses operation session network model models backend database api upstream downstream gateway generation engine process job task worker host endpoint "
            + "output outputs completion completions tool function token tokens context quota assistant bot chatbot agent reply replies answer answers suggestion suggestions draft drafts prompt query generator end side brain circuits infrastructure "
            + "provider cluster node instance container pipeline traffic demand load certificate handshake connection connections webhook payload moderation circuit breaker allowance"),
        (FailurePart.Person, "user member customer she he athlete runner person people caller they her his customers members users"),
        (FailurePart.Strong, "timeout timeouts overloaded unreachable unresponsive exception exceptions crashed overload throttled segfault overflow deadlock unauthenticated unhandled uncaught unparsable oom misconfigured malformed maintenance outage downtime"),
        (FailurePart.Pending, "loading restarting rebooting starting warming initializing initialising deploying updating upgrading provisioning booting scaling reconnecting syncing waiting"),
        (FailurePart.Stop, "stopped quit closed ended died hung froze exited stops stopping bailed dropped rebooted freezes gone vanished hangup"),
        (FailurePart.Measure, "token tokens context maximum max length limit limits window"),
        (FailurePart.Supply, "memory space disk credits quota range storage heap handles workers slots tokens capacity resources retries sync"),
        (FailurePart.Glue, "the a an to of for this that in is was were are has been have had at on with by be being and or our its it because due from while when during as we than after before until so into about all but how still these those their "
            + "will would can which who more any some such just only currently now right still here back off out up over against using via per between within across under s re ve ll t we i utc were"),
        (FailurePart.You, "you your youre youve yourself"),
        (FailurePart.Tried, "filter filtered disabled workspace generation tenant server servers connection network backend database gateway endpoint host timeout timed error errors crash crashed overloaded trouble problem problems retry retrying reload refresh later maintenance couldnt failed failure "
            + "wrong loading load expired exception session quota temporarily traffic token tokens"),
        (FailurePart.Not, "not cannot cant couldnt unable failed didnt wasnt isnt wont werent arent doesnt dont hasnt havent never"),
        (FailurePart.No, "no without out nothing none zero"),
        (FailurePart.Explains, "means mean indicates stands refers says usually whenever fixed solved works well fine means explain explains typically common often example solve"),
        (FailurePart.Work, "load loaded loading reach reached connect connected connecting complete completed completing process processed processing parse parsed generate generated generating fetch fetched respond responded responding return returned "
            + "retrieve retrieved find found establish established handle handled read write open send sent save finish finished start started available working reachable execute executed perform performed resolve resolved deliver delivered display "
            + "displayed produce produced timed contact work exist exists verify verified execute get got create created update updated update updated render rendered receive received come compose composed composing build built decode decoded encode "
            + "allocate allocated acquire acquired authenticate authenticated authorize authorized validate validated serialize deserialize bind listen accept accepted match matched set call called invoke invoked submit submitted upload uploaded "
            + "download downloaded import imported export exported store stored delete deleted sync synced initialize initialized restart launch launched run ran produced obtain obtained compute computed provide provided supported configured "
            + "fulfil fulfill fulfilled served serve answer reply react waiting requested asked"),
        (FailurePart.Again, "try again retry retrying later reload refresh refreshing restart restarting moment minutes minute seconds second while shortly soon back notified another go give later two few shot chance bear resume resumes reopen reconnect "
            + "reconnecting pull offline page team technicians staff developers engineers administrator admin support reference id code contact check internet connection sign log persists continues reported working logged trace number details known "
            + "status repeat wait once tap click press bit time attempt attempts different report investigating hold tight stay tuned hours hour tomorrow"),
        (FailurePart.Polite, "sorry apologies apologize apologise apologising apologizing oops whoops oh uh inconvenience thank thanks patience understanding please unfortunately hmm ups yikes argh ouch bummer dang hm ah ugh ooops whoopsie uhoh oopsie "
            + "darn eek afraid well odd strange weird ok okay"),
        (FailurePart.Some, "something an unexpected unknown internal temporary temporarily technical system there theres this some other occurred happened happening encountered encountering hit ran run into facing having experiencing went gone seems looks "
            + "appears appear seem look like strange somehow"),
    ];

    /// <summary>Two words that do together what neither does alone.</summary>
    public static readonly (FailurePart Does, string Words)[] Pairs =
    [
        (FailurePart.Explains, "failed+because if+something if+anything was+resolved been+resolved is+resolved because+you as+you since+you if+you when+you empty+the empty+your reset+the reset+your cut+the cut+it are+set is+set"),
        (FailurePart.Failure, "heavy+traffic high+traffic heavy+load high+load high+demand high+volume heavy+demand unusual+traffic limit+reached used+up too+many too+long too+large too+big too+much hung+up gave+up timed+out shut+down switched+off turned+off cut+off went+away out+of"),
        (FailurePart.Failure | FailurePart.Denied, "not+found not+right not+available not+responding not+reachable not+authenticated not+authorized not+supported"),
        (FailurePart.Tried, "try+again could+not trying+to"),
        (FailurePart.Thing, "heavy+traffic high+traffic heavy+load high+load high+demand high+volume heavy+demand"),
    ];
}
