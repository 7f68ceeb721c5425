namespace NotebookKit.Cleaning;

/// <summary>The words of refusals by what they do. Own collection: the fields of meaning around ability, permission, will, reach and advice.</summary>
internal static class RefusalWords
{
    /// <summary>Each class with its words; a word may stand in several.</summary>
    public static readonly (Does Does, string Words)[] Single =
    [
        (Does.Self, "i we im id ive ill were wed us me myself ourselves assistant chatbot bot"),
        (Does.Me, "i me im id ive myself assistant chatbot bot ill"),
        (Does.Own, "my our"),
        (Does.You, "you your yourself youre youd youll youve yours"),
        (Does.Not, "not no never dont doesnt isnt arent wouldnt wasnt werent nothing neither aint cant cannot wont couldnt shouldnt havent hasnt hadnt didnt mustnt nor without none hardly nobody nowhere nope little"),
        (Does.Cannot, "cant cannot wont shouldnt mustnt"),
        (Does.Bar, "unable incapable restricted prohibited forbidden blocked barred prevented decline declines refuse refuses refrain disallowed inappropriate unwilling abstain refused refusing declined declining denied "
            + "rejected withheld withhold refrained refraining abstaining abstained forbids disallow unauthorized unauthorised unqualified unequipped unfit banned withholding unethical irresponsible unsafe illegal improper uncomfortable "
            + "uneasy reluctant hesitant sidestep ban ineligible unavailable impossible unsupported disabled filtered powerless helpless stumped taboo confidential balk demur unprepared untrained"),
        (Does.Able, "able allowed permitted authorised authorized comfortable capable equipped designed programmed trained supposed qualified position meant built made intended appropriate free willing feel possible right instructed told "
            + "advised asked entitled suited suitable prepared liberty cleared licensed eligible certified supported ready inclined familiar given granted acceptable taught configured knowledgeable empowered enabled fit "
            + "competent accredited registered versed responsible"),
        (Does.Act, "help helping assist assisting answer answering answered respond responding reply replying comply complying fulfil fulfill fulfilling fulfilled discuss discussing discussed talk talking speak speaking comment commenting "
            + "advise advising provide providing provided offer offering give giving given share sharing shared tell telling say saying generate generating generated write writing written create creating created produce producing produced "
            + "recommend recommending engage engaging judge judging know knowing look looking see seeing access accessing do doing done support supporting perform performing performed complete completing process processing processed "
            + "address addressing addressed handle handling handled continue suggest suggesting explain explaining open view browse participate assistance touch reveal disclose disclosing disclosed weigh weighing execute retrieve check "
            + "speculate speculating predict evaluate evaluating diagnose interpret guess instruct guide deal dealing accommodate accommodated accommodating translated translate translating summarized summarised summarize summarise "
            + "summarizing summarising granted grant deny confirm decide satisfy satisfied shorten shortening rewrite rewriting classify classified classifying categorize categorized categorizing categorise label labelling tag tagging "
            + "draft drafting edit editing proofread elaborate assess assessing analyze analyse analyzing analysing verify verifying obtain serve render reviewed review opine forward repeat reproduce compose composing determine "
            + "identify calculate compare rate rank tackle entertain promote condone facilitate endorse proceed hear read watch listen cover weighed cater"),
        (Does.Limit, "scope capabilities capability abilities ability guidelines guideline policy policies programming expertise instructions rules remit purview competence restrictions responsibilities responsibility limits limitations "
            + "terms duties area areas field domain boundaries role safety training range tasks task place job department wheelhouse forte liability ethics principles values power authority restriction limitation jurisdiction design protocol "
            + "protocols regulations cutoff privacy ethical legal compliance confidentiality confidential sensitive security knowledge hands reasons considerations boundaries circle mandate lane league depth realm sphere territory reach "
            + "brief skills skill paygrade grade functions function purpose terms conscience comfort zone line profession hands law"),
        (Does.Beyond, "beyond outside against violates violate violated breaches exceeds exceed off contravenes past breach breaching violating contravene contravening above crosses cross crossing overstep overstepping contrary"),
        (Does.Permit, "allow allows permit permits let lets prevent prevents prohibit prohibits forbid forbids restrict restricts stop stops keep keeps bars blocks hinder hinders require requires"),
        (Does.Means, "access ability abilities capability capabilities knowledge information permission permissions data opinion opinions feelings experience experiences means answer idea clue insight insights details context record records "
            + "memory authorization authorisation clearance authority expertise qualifications qualification training tools view views basis visibility eyes body comment info preference preferences belief beliefs"),
        (Does.Request, "request requests requested question questions topic topics subject subjects matter matters query queries prompt content type kind sort conversation conversations message ask asked task item answer answers reply response "
            + "discussion issue inquiry enquiry inquiries enquiries information advice opinion opinions recommendation recommendations guidance chat interaction theme demand"),
        (Does.Asked, "request requests requested question questions query queries topic topics subject subjects matter matters content inquiry inquiries enquiry enquiries conversation message prompt demand discussion type kind sort nature"),
        (Does.Machine, "ai artificial bot chatbot assistant model machine virtual automated helper computer software program algorithm digital robot llm system chat coach language"),
        (Does.Polite, "sorry apologies apologise apologize afraid unfortunately regrettably regret regretfully sadly thank thanks hello hi hey hmm hm please understand understanding appreciate appreciated inconvenience disappointment nice good "
            + "great day hope dear glad happy no nope yes pardon excuse forgive hopefully wonderful lovely enjoy bye goodbye kind cheers welcome greetings regards best wish wishes luck certainly sure hear kidding really mate friend buddy "
            + "honest honestly respectfully oh ah disappoint disappointing love"),
        (Does.Send, "please consult contact reach speak ask talk turn seek rephrase rather better consider recommend suggest should advise advisable refer let lets feel change try visit see check forward connect transfer escalate direct redirect "
            + "look hand asking contacting consulting speaking talking call discuss raise"),
        (Does.Other, "doctor physician professional professionals expert experts coach specialist specialists lawyer attorney human person people someone somebody team department administrator support agent provider advisor adviser therapist "
            + "accountant else different another other elsewhere resources authorities healthcare qualified medical counselor dietitian nutritionist trainer colleague colleagues staff representative operator hotline helpline lifeline centre "
            + "center faq resource sources general website"),
        (Does.Have, "have has had lack lacks hold possess got having"),
        (Does.Must, "must rather prefer need respectfully politely going choose chose chosen decide decided opt opted elect elected wont supposed shall ought wish preferred tend try"),
        (Does.Can, "can could may might"),
        (Does.Think, "think know believe want wish sure certain understand"),
        (Does.Round, "but enough highly myself wait believe imagine stress overstate lose hesitate worry"),
        (Does.Only, "only just solely merely simply exclusively"),
        (Does.Lack, "lack lacks"),
        (Does.Evade, "steer clear neutral impartial leave drop skip sidestep avoid avoiding move away refrain abstain quiet silent mum else another unanswered distance"),
        (Does.Glue, "the a an to of for this that these those in is was are were be been being it its thats on at with by from and or so as any such one ones about some there theres here not any all too very just if then than into like what "
            + "which who how because since due therefore hence also really do does did am at kind sort more most much many both each every either within during while whether though although however yet still again even quite entirely fully "
            + "currently present moment now today out up down under further when where why through those their they them its will would upon here via per whatever using use used myself particular specific certain following way"),
        (Does.Expert, "doctor physician professional professionals expert experts specialist specialists lawyer attorney human humans therapist counselor dietitian nutritionist psychologist physiotherapist accountant lawyers doctors person"),
        (Does.Care, "help support available struggling seek hotline lifeline helpline crisis alone emergency safe harm distress difficult someone anyone medical danger immediate urgent services"),
        (Does.Thing, "something anything nothing thing"),
        (Does.Past, "did would wouldnt didnt had should shouldnt"),
        (Does.Else, "else different another other elsewhere"),
        (Does.Too, "too"),
        (Does.Kind, "topic topics content kind kinds type types nature sort subject subjects matter matters such advice opinion opinions discuss comment"),
        (Does.Still, "yet already"),
        (Does.Leave, "position liberty permitted allowed authorised authorized comfortable"),
        (Does.Steer, "keep stick stay return focus back turn move talk switch"),
        (Does.Closed, "closed taboo limits unanswered grounds table"),
    ];

    /// <summary>Two words that do together what neither does alone.</summary>
    public static readonly (Does Does, string Words)[] Pairs =
    [
        (Does.Bar, "turn+down turned+down turning+down this+down that+down it+down are+tied get+involved go+there take+on going+into getting+into shy+away hold+back holding+back stay+out keep+out stay+away draw+line no+way at+loss stop+here thats+classified is+classified thats+secret off+limits no+can back+out bow+out sit+out pass+on not+comment"),
        (Does.Evade, "turn+down stay+out keep+out stay+away stay+silent stay+neutral pass+on leave+it leave+that stick+to keep+to move+on moving+on"),
        (Does.Limit, "pay+grade comfort+zone"),
        (Does.Beyond, "out+of"),
        (Does.Must, "have+to has+to had+to"),
        (Does.Act, "take+part taking+part"),
        (Does.Cannot, "can+not will+not could+not may+not must+not"),
    ];

    /// <summary>Two words that do nothing else than this.</summary>
    public static readonly (Does Does, string Words)[] Phrases =
    [
        (Does.Polite, "no+problem no+worries dont+hesitate not+hesitate dont+worry no+need more+assistance more+help further+help further+assistance"),
    ];
}
