<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="it">
<context>
    <name>ActivityFacts</name>
    <message>
        <source>Quando</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Quando è aperto</source>
        <translation>When it is open</translation>
    </message>
    <message>
        <source>Dove</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Per chi</source>
        <translation>Who for</translation>
    </message>
    <message>
        <source>Quanto costa</source>
        <translation>What it costs</translation>
    </message>
    <message>
        <source>per tutto il corso</source>
        <comment>of the price</comment>
        <translation>for the whole course</translation>
    </message>
    <message>
        <source>Posti</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>Come si entra</source>
        <translation>How to get in</translation>
    </message>
    <message>
        <source>Chi la fa</source>
        <translation>Who runs it</translation>
    </message>
</context>
<context>
    <name>ActivityScreen</name>
    <message>
        <source>Chiudi subito</source>
        <translation>Close now</translation>
    </message>
    <message>
        <source>Tutto il corso: %1 date</source>
        <translation>The whole course: %1 dates</translation>
    </message>
    <message>
        <source>Paga con il voucher</source>
        <translation>Pay with the voucher</translation>
    </message>
</context>
<context>
    <name>Answers</name>
    <message>
        <source>Siete qui!</source>
        <translation>You are all here!</translation>
    </message>
    <message>
        <source>Ciao!</source>
        <translation>Hello!</translation>
    </message>
    <message>
        <source>Ciao %1!</source>
        <translation>Hello %1!</translation>
    </message>
    <message>
        <source>Ciao di nuovo!</source>
        <translation>Hello again!</translation>
    </message>
    <message>
        <source>Ciao di nuovo, %1!</source>
        <translation>Hello again, %1!</translation>
    </message>
    <message>
        <source>Sei qui!</source>
        <translation>You are here!</translation>
    </message>
    <message>
        <source>A presto!</source>
        <translation>See you soon!</translation>
    </message>
    <message>
        <source>A presto, %1!</source>
        <translation>See you soon, %1!</translation>
    </message>
    <message>
        <source>Pagato!</source>
        <translation>Paid!</translation>
    </message>
    <message>
        <source>C’è il posto!</source>
        <translation>There is a place!</translation>
    </message>
    <message>
        <source>C’è il posto per %1!</source>
        <translation>There is a place for %1!</translation>
    </message>
    <message>
        <source>L’ho chiesto.</source>
        <translation>I have asked.</translation>
    </message>
    <message>
        <source>Sei in lista.</source>
        <translation>You are on the list.</translation>
    </message>
    <message>
        <source>L’ho messo da parte.</source>
        <translation>I have kept it aside.</translation>
    </message>
    <message>
        <source>Va bene!</source>
        <translation>All right!</translation>
    </message>
    <message>
        <source>Adesso non riesco.</source>
        <translation>I can’t right now.</translation>
    </message>
    <message>
        <source>Leggo…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>Sei qui.</source>
        <translation>You are here.</translation>
    </message>
    <message>
        <source>Siete già qui.</source>
        <translation>You are all here already.</translation>
    </message>
    <message>
        <source>Sei già qui.</source>
        <translation>You are here already.</translation>
    </message>
    <message numerus="yes">
        <source>Siete in %n. Al banco lo confermano.</source>
        <translation>
            <numerusform>The desk confirms it.</numerusform>
            <numerusform>There are %n of you. The desk confirms it.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ciao, buon ritorno.</source>
        <translation>Bye, get home safely.</translation>
    </message>
    <message>
        <source>Chi viene a prenderti passa al banco.</source>
        <translation>Whoever picks you up goes to the desk.</translation>
    </message>
    <message>
        <source>Se si libera un posto te lo diciamo.</source>
        <translation>If a place becomes free we tell you.</translation>
    </message>
    <message>
        <source>Adesso un adulto dice sì, con la sua tessera.</source>
        <translation>Now a grown-up says yes, with their card.</translation>
    </message>
    <message>
        <source>Il posto è di nuovo libero.</source>
        <translation>The place is free again.</translation>
    </message>
    <message>
        <source>Chiedi al banco.</source>
        <translation>Ask at the desk.</translation>
    </message>
    <message numerus="yes">
        <source>%n adulti</source>
        <translation>
            <numerusform>%n adult</numerusform>
            <numerusform>%n adults</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 e %2</source>
        <comment>two names</comment>
        <translation>%1 and %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Non è ancora un posto. Te lo diciamo presto.</source>
        <translation>It is not a place yet. We tell you soon.</translation>
    </message>
    <message>
        <source>Non è ancora un posto. Te lo diciamo entro %1.</source>
        <comment>day</comment>
        <translation>It is not a place yet. We tell you by %1.</translation>
    </message>
    <message>
        <source>alle %1</source>
        <comment>at a time of today</comment>
        <translation>at %1</translation>
    </message>
    <message>
        <source>Apriamo %1.</source>
        <comment>when</comment>
        <translation>We open %1.</translation>
    </message>
    <message>
        <source>Adesso è pieno. Chiedi al banco.</source>
        <translation>It is full now. Ask at the desk.</translation>
    </message>
    <message>
        <source>Adesso è pieno. C’è posto %1.</source>
        <comment>when</comment>
        <translation>It is full now. There is room %1.</translation>
    </message>
    <message>
        <source>Adesso è chiuso. Chiedi al banco.</source>
        <translation>It is closed now. Ask at the desk.</translation>
    </message>
    <message>
        <source>Adesso è chiuso. Apriamo %1.</source>
        <comment>when</comment>
        <translation>It is closed now. We open %1.</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Lingua</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Grande</source>
        <translation>Bigger</translation>
    </message>
    <message>
        <source>Contrasto</source>
        <translation>Contrast</translation>
    </message>
    <message>
        <source>In alto</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>In basso</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>Ho finito</source>
        <translation>I’m done</translation>
    </message>
</context>
<context>
    <name>BrowseScreen</name>
    <message>
        <source>Qui per ora non c’è niente.</source>
        <translation>Nothing here for now.</translation>
    </message>
    <message>
        <source>Prova con un altro pulsante.</source>
        <translation>Try another button.</translation>
    </message>
    <message>
        <source>Mostra altre attività</source>
        <translation>Show more activities</translation>
    </message>
</context>
<context>
    <name>ChooseScreen</name>
    <message>
        <source>Che cosa vuoi pagare?</source>
        <translation>What do you want to pay for?</translation>
    </message>
    <message>
        <source>Per ora qui non c’è niente da pagare con questo voucher.</source>
        <translation>For now there is nothing here to pay with this voucher.</translation>
    </message>
</context>
<context>
    <name>CountRow</name>
    <message>
        <source>Adulti</source>
        <translation>Adults</translation>
    </message>
    <message>
        <source>Educatori</source>
        <translation>Educators</translation>
    </message>
    <message>
        <source>%1: uno di meno</source>
        <translation>%1: one fewer</translation>
    </message>
    <message>
        <source>%1: uno di più</source>
        <translation>%1: one more</translation>
    </message>
    <message>
        <source>%1: cinque di più</source>
        <translation>%1: five more</translation>
    </message>
</context>
<context>
    <name>CountScreen</name>
    <message>
        <source>Il vostro gruppo</source>
        <translation>Your group</translation>
    </message>
    <message>
        <source>Quanti siete?</source>
        <translation>How many are you?</translation>
    </message>
    <message>
        <source>Siamo un gruppo</source>
        <translation>We are a group</translation>
    </message>
    <message>
        <source>Tocca + per contarvi.</source>
        <translation>Tap + to count yourselves.</translation>
    </message>
    <message>
        <source>Sono qui</source>
        <translation>I’m here</translation>
    </message>
    <message numerus="yes">
        <source>Siamo qui in %n</source>
        <translation>
            <numerusform>%n of us is here</numerusform>
            <numerusform>%n of us are here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CourseDates</name>
    <message>
        <source>Tutto il corso</source>
        <translation>The whole course</translation>
    </message>
    <message>
        <source>%1 date</source>
        <translation>%1 dates</translation>
    </message>
    <message>
        <source>Quanto costa</source>
        <translation>What it costs</translation>
    </message>
    <message>
        <source>per tutto il corso</source>
        <comment>of the price</comment>
        <translation>for the whole course</translation>
    </message>
</context>
<context>
    <name>DeskSign</name>
    <message>
        <source>Dillo al banco.</source>
        <translation>Tell the desk.</translation>
    </message>
    <message>
        <source>Dillo al banco entro %1.</source>
        <comment>day and time</comment>
        <translation>Tell the desk by %1.</translation>
    </message>
</context>
<context>
    <name>DoorScreen</name>
    <message>
        <source>Proviamo ancora.</source>
        <translation>Let’s try again.</translation>
    </message>
    <message>
        <source>Ciao %1!</source>
        <translation>Hello %1!</translation>
    </message>
    <message numerus="yes">
        <source>Aspetta %n secondi.</source>
        <translation>
            <numerusform>Wait %n second.</numerusform>
            <numerusform>Wait %n seconds.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tocca il tuo PIN.</source>
        <translation>Tap your PIN.</translation>
    </message>
    <message>
        <source>Per chi lavora qui</source>
        <translation>For those who work here</translation>
    </message>
    <message>
        <source>Oppure mostra la tua tessera.</source>
        <translation>Or show your card.</translation>
    </message>
    <message>
        <source>Mostra la tua tessera</source>
        <translation>Show your card</translation>
    </message>
    <message>
        <source>Poi tocca il tuo PIN.</source>
        <translation>Then tap your PIN.</translation>
    </message>
</context>
<context>
    <name>Empty</name>
    <message>
        <source>Qui oggi si riposa.</source>
        <translation>Today we take a rest.</translation>
    </message>
    <message>
        <source>Guarda anche le altre attività.</source>
        <translation>Have a look at the other activities.</translation>
    </message>
</context>
<context>
    <name>Entered</name>
    <message>
        <source>%1 di %2</source>
        <translation>%1 of %2</translation>
    </message>
</context>
<context>
    <name>FamilyScreen</name>
    <message>
        <source>Ciao!</source>
        <translation>Hello!</translation>
    </message>
    <message>
        <source>Ciao %1!</source>
        <translation>Hello %1!</translation>
    </message>
    <message>
        <source>Chi c’è con te?</source>
        <translation>Who is with you?</translation>
    </message>
    <message>
        <source>Tocca chi è qui.</source>
        <translation>Tap who is here.</translation>
    </message>
    <message>
        <source>Sono qui</source>
        <translation>I’m here</translation>
    </message>
    <message numerus="yes">
        <source>Siamo qui in %n</source>
        <translation>
            <numerusform>%n of us is here</numerusform>
            <numerusform>%n of us are here</numerusform>
        </translation>
    </message>
    <message>
        <source>Un adulto</source>
        <translation>An adult</translation>
    </message>
    <message>
        <source>Un altro adulto</source>
        <translation>Another adult</translation>
    </message>
    <message>
        <source>Altri della famiglia</source>
        <translation>Others of the family</translation>
    </message>
    <message>
        <source>Siamo un gruppo</source>
        <translation>We are a group</translation>
    </message>
    <message>
        <source>Non sono io</source>
        <translation>That’s not me</translation>
    </message>
    <message>
        <source>è già qui</source>
        <translation>here already</translation>
    </message>
    <message>
        <source>è qui</source>
        <translation>is here</translation>
    </message>
    <message>
        <source>oggi no</source>
        <translation>not today</translation>
    </message>
    <message>
        <source>Adulto</source>
        <translation>Adult</translation>
    </message>
    <message>
        <source>Adulto %1</source>
        <translation>Adult %1</translation>
    </message>
</context>
<context>
    <name>FirstCopyScreen</name>
    <message>
        <source>Il tram aspetta alla fermata.</source>
        <translation>The tram is waiting at its stop.</translation>
    </message>
    <message>
        <source>Il tram porta qui le attività.</source>
        <translation>The tram is bringing the activities.</translation>
    </message>
    <message>
        <source>Riparte da solo. Intanto chiedi al banco.</source>
        <translation>It will go on by itself. Meanwhile, ask at the desk.</translation>
    </message>
    <message>
        <source>Tra poco siamo pronti.</source>
        <translation>We will be ready soon.</translation>
    </message>
    <message>
        <source>Arrivate %1 su %2</source>
        <translation>%1 of %2 have arrived</translation>
    </message>
</context>
<context>
    <name>HereTile</name>
    <message>
        <source>Sono qui</source>
        <translation>I’m here</translation>
    </message>
    <message>
        <source>Mostra la tessera</source>
        <translation>Show your card</translation>
    </message>
</context>
<context>
    <name>HomeScreen</name>
    <message>
        <source>Ciao! Che cosa facciamo oggi?</source>
        <translation>Hi! What shall we do today?</translation>
    </message>
    <message>
        <source>La mia tessera</source>
        <translation>My card</translation>
    </message>
    <message>
        <source>Siamo qui senza tessera</source>
        <translation>We are here without a card</translation>
    </message>
    <message>
        <source>Che cosa c’è</source>
        <translation>What’s on</translation>
    </message>
    <message>
        <source>Oggi all’hub</source>
        <translation>Today at the hub</translation>
    </message>
    <message>
        <source>Prossimi giorni</source>
        <translation>In the next days</translation>
    </message>
</context>
<context>
    <name>IdleOverlay</name>
    <message>
        <source>Ci sei ancora?</source>
        <translation>Are you still here?</translation>
    </message>
    <message numerus="yes">
        <source>Chiudo tra %n secondi.</source>
        <translation>
            <numerusform>I will close in %n second.</numerusform>
            <numerusform>I will close in %n seconds.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sono ancora qui</source>
        <translation>I’m still here</translation>
    </message>
</context>
<context>
    <name>InsideScreen</name>
    <message>
        <source>Chi è dentro</source>
        <translation>Who is inside</translation>
    </message>
    <message>
        <source>Aggiorna</source>
        <translation>Refresh</translation>
    </message>
    <message>
        <source>dentro</source>
        <translation>inside</translation>
    </message>
    <message>
        <source>bambini</source>
        <translation>children</translation>
    </message>
    <message>
        <source>adulti</source>
        <translation>adults</translation>
    </message>
    <message>
        <source>educatori</source>
        <translation>educators</translation>
    </message>
    <message>
        <source>senza età</source>
        <translation>age unknown</translation>
    </message>
    <message>
        <source>gruppi</source>
        <translation>groups</translation>
    </message>
    <message>
        <source>Può mancare qualcuno.</source>
        <translation>Somebody may be missing.</translation>
    </message>
    <message>
        <source>Non c’è nessuno.</source>
        <translation>Nobody is here.</translation>
    </message>
</context>
<context>
    <name>JoinScreen</name>
    <message>
        <source>è per chi è più grande</source>
        <translation>it is for older ones</translation>
    </message>
    <message>
        <source>è per chi è più piccolo</source>
        <translation>it is for younger ones</translation>
    </message>
    <message>
        <source>è già in lista</source>
        <translation>is on the list already</translation>
    </message>
    <message>
        <source>a quell’ora ha: %1</source>
        <comment>another activity</comment>
        <translation>at that time has: %1</translation>
    </message>
    <message>
        <source>%1 ha: %2</source>
        <comment>when, another activity</comment>
        <translation>%1 has: %2</translation>
    </message>
    <message>
        <source>viene</source>
        <translation>comes</translation>
    </message>
    <message>
        <source>tocca per scegliere</source>
        <translation>touch to choose</translation>
    </message>
    <message>
        <source>Chiudi subito</source>
        <translation>Close now</translation>
    </message>
    <message>
        <source>Chi viene?</source>
        <translation>Who comes?</translation>
    </message>
    <message>
        <source>Lo chiediamo a un adulto della tua famiglia. Dirà sì con la sua tessera.</source>
        <translation>We ask a grown-up of your family. They say yes with their card.</translation>
    </message>
    <message>
        <source>Tocca chi viene.</source>
        <translation>Touch who comes.</translation>
    </message>
    <message>
        <source>Vorrei venire</source>
        <translation>I would like to come</translation>
    </message>
    <message>
        <source>Vengo</source>
        <translation>I come</translation>
    </message>
    <message>
        <source>Iscrivi %1</source>
        <comment>whom</comment>
        <translation>Sign %1 up</translation>
    </message>
</context>
<context>
    <name>Keeps</name>
    <message>
        <source>La tua ricevuta</source>
        <translation>Your receipt</translation>
    </message>
    <message>
        <source>Portala con te</source>
        <translation>Take it with you</translation>
    </message>
    <message>
        <source>Fai una foto: vale come prova.</source>
        <translation>Take a photo: it is your proof.</translation>
    </message>
    <message>
        <source>Inquadra con il telefono: la data va nel calendario.</source>
        <translation>Point your phone here: the date goes into its calendar.</translation>
    </message>
</context>
<context>
    <name>LanguageScreen</name>
    <message>
        <source>Che lingua parli?</source>
        <translation>Which language do you speak?</translation>
    </message>
</context>
<context>
    <name>LeaderScreen</name>
    <message>
        <source>Chi guida il gruppo?</source>
        <translation>Who leads the group?</translation>
    </message>
    <message>
        <source>Mostra la sua tessera al lettore.</source>
        <translation>Show that card to the reader.</translation>
    </message>
</context>
<context>
    <name>LeaveScreen</name>
    <message>
        <source>Vai via, %1?</source>
        <translation>Are you leaving, %1?</translation>
    </message>
    <message>
        <source>Chi va via?</source>
        <translation>Who is leaving?</translation>
    </message>
    <message>
        <source>va via</source>
        <translation>leaves</translation>
    </message>
    <message>
        <source>resta qui</source>
        <translation>stays here</translation>
    </message>
    <message>
        <source>chiede al banco</source>
        <translation>asks at the desk</translation>
    </message>
    <message>
        <source>Vado via</source>
        <translation>I’m leaving</translation>
    </message>
    <message>
        <source>Resto qui</source>
        <translation>I’m staying</translation>
    </message>
    <message>
        <source>È arrivato qualcuno</source>
        <translation>Someone has arrived</translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message>
        <source>Costa</source>
        <translation>It costs</translation>
    </message>
    <message>
        <source>Già pagato</source>
        <translation>Paid already</translation>
    </message>
    <message>
        <source>Paga il voucher</source>
        <translation>The voucher pays</translation>
    </message>
    <message>
        <source>Paga %1</source>
        <translation>%1 pays</translation>
    </message>
    <message>
        <source>Paghi tu, sul posto</source>
        <translation>You pay, when you are there</translation>
    </message>
    <message>
        <source>Tu non paghi niente</source>
        <translation>You pay nothing</translation>
    </message>
    <message>
        <source>Nel voucher resta</source>
        <translation>Left in the voucher</translation>
    </message>
    <message>
        <source>Nel voucher resta almeno</source>
        <translation>Left in the voucher at least</translation>
    </message>
    <message>
        <source>Del voucher: %1</source>
        <translation>Of the voucher: %1</translation>
    </message>
    <message>
        <source>Per ora il voucher paga fin qui.</source>
        <translation>For now the voucher pays up to here.</translation>
    </message>
    <message>
        <source>Usa %1 del voucher</source>
        <translation>Use %1 of the voucher</translation>
    </message>
    <message>
        <source>Il voucher ha pagato %1.</source>
        <translation>The voucher has paid %1.</translation>
    </message>
    <message>
        <source>Il voucher ha pagato %1. Tu paghi %2, sul posto.</source>
        <translation>The voucher has paid %1. You pay %2, when you are there.</translation>
    </message>
</context>
<context>
    <name>MoneyScreen</name>
    <message>
        <source>Torna indietro</source>
        <translation>Go back</translation>
    </message>
    <message>
        <source>Di meno</source>
        <translation>Less</translation>
    </message>
    <message>
        <source>Di più</source>
        <translation>More</translation>
    </message>
</context>
<context>
    <name>MyCardScreen</name>
    <message>
        <source>La tessera di %1</source>
        <translation>%1’s card</translation>
    </message>
    <message>
        <source>I voucher</source>
        <translation>Vouchers</translation>
    </message>
    <message>
        <source>Qui non c’è nessun voucher. Al banco sanno dirti di più.</source>
        <translation>There is no voucher here. At the desk they can tell you more.</translation>
    </message>
    <message>
        <source>Le iscrizioni</source>
        <translation>Sign-ups</translation>
    </message>
    <message>
        <source>Per ora nessuna.</source>
        <translation>None for now.</translation>
    </message>
    <message>
        <source>Cerca un’attività</source>
        <translation>Find something to do</translation>
    </message>
</context>
<context>
    <name>OutcomeScreen</name>
    <message>
        <source>Salvato qui. Parte con il prossimo tram.</source>
        <translation>Saved here. It leaves with the next tram.</translation>
    </message>
    <message>
        <source>Salvato.</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>C’è qualcuno con me</source>
        <translation>Someone is with me</translation>
    </message>
    <message>
        <source>La mia tessera</source>
        <translation>My card</translation>
    </message>
    <message>
        <source>Annulla %1</source>
        <translation>Undo %1</translation>
    </message>
    <message>
        <source>Va bene</source>
        <translation>All right</translation>
    </message>
    <message>
        <source>Fatto</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>Pad</name>
    <message>
        <source>Cancella una cifra</source>
        <translation>Erase one digit</translation>
    </message>
</context>
<context>
    <name>PicturesScreen</name>
    <message>
        <source>Proviamo ancora.</source>
        <translation>Let’s try again.</translation>
    </message>
    <message>
        <source>Tocca le tue tre figure.</source>
        <translation>Tap your three pictures.</translation>
    </message>
    <message>
        <source>Nell’ordine giusto.</source>
        <translation>In the right order.</translation>
    </message>
    <message>
        <source>Da capo</source>
        <translation>Start over</translation>
    </message>
</context>
<context>
    <name>PinScreen</name>
    <message>
        <source>Proviamo ancora.</source>
        <translation>Let’s try again.</translation>
    </message>
    <message>
        <source>Tocca il tuo PIN.</source>
        <translation>Tap your PIN.</translation>
    </message>
</context>
<context>
    <name>Programme</name>
    <message>
        <source>Oggi all’hub</source>
        <translation>Today at the hub</translation>
    </message>
</context>
<context>
    <name>PromptScreen</name>
    <message>
        <source>Pagare con il voucher</source>
        <translation>Paying with the voucher</translation>
    </message>
    <message>
        <source>Iscriversi</source>
        <translation>Signing up</translation>
    </message>
    <message>
        <source>La mia tessera</source>
        <translation>My card</translation>
    </message>
    <message>
        <source>Mostra la tessera</source>
        <translation>Show your card</translation>
    </message>
    <message>
        <source>Poi tocchi le tue tre figure.</source>
        <translation>Then you touch your three pictures.</translation>
    </message>
</context>
<context>
    <name>Say</name>
    <message>
        <source>Stare insieme</source>
        <translation>Being together</translation>
    </message>
    <message>
        <source>Muoversi</source>
        <translation>Moving</translation>
    </message>
    <message>
        <source>Stare bene</source>
        <translation>Feeling well</translation>
    </message>
    <message>
        <source>Imparare</source>
        <translation>Learning</translation>
    </message>
    <message>
        <source>Creare</source>
        <translation>Creating</translation>
    </message>
    <message>
        <source>Scegliere</source>
        <translation>Choosing</translation>
    </message>
    <message>
        <source>I nostri posti</source>
        <translation>Our places</translation>
    </message>
    <message>
        <source>Oggi</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Questa settimana</source>
        <translation>This week</translation>
    </message>
    <message>
        <source>Vicino a qui</source>
        <translation>Near here</translation>
    </message>
    <message>
        <source>Per età</source>
        <translation>By age</translation>
    </message>
    <message>
        <source>Tutto</source>
        <translation>Everything</translation>
    </message>
    <message>
        <source>per tutti</source>
        <translation>for everyone</translation>
    </message>
    <message numerus="yes">
        <source>da %n anni</source>
        <translation>
            <numerusform>from %n year</numerusform>
            <numerusform>from %n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>fino a %n anni</source>
        <translation>
            <numerusform>up to %n year</numerusform>
            <numerusform>up to %n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n anni</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1–%n anni</source>
        <comment>from %1 to %n years of age</comment>
        <translation>
            <numerusform>%1–%n year</numerusform>
            <numerusform>%1–%n years</numerusform>
        </translation>
    </message>
    <message>
        <source>gratis</source>
        <translation>free</translation>
    </message>
    <message>
        <source>€ %1</source>
        <translation>€%1</translation>
    </message>
    <message>
        <source>ci sono posti</source>
        <translation>places left</translation>
    </message>
    <message>
        <source>pochi posti</source>
        <translation>a few places</translation>
    </message>
    <message>
        <source>posti finiti</source>
        <translation>no places left</translation>
    </message>
    <message>
        <source>vieni quando vuoi</source>
        <translation>come any time</translation>
    </message>
    <message>
        <source>a %1 m</source>
        <translation>%1 m away</translation>
    </message>
    <message>
        <source>a %1 km</source>
        <translation>%1 km away</translation>
    </message>
    <message>
        <source>oggi</source>
        <translation>today</translation>
    </message>
    <message>
        <source>domani</source>
        <translation>tomorrow</translation>
    </message>
    <message>
        <source>ieri</source>
        <translation>yesterday</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <comment>weekday, day, month</comment>
        <translation>%1 %2 %3</translation>
    </message>
    <message>
        <source>Questo schermo è chiuso.</source>
        <translation>This screen is closed.</translation>
    </message>
    <message>
        <source>%1, ore %2</source>
        <comment>day, time</comment>
        <translation>%1 at %2</translation>
    </message>
    <message>
        <source>Dati di %1</source>
        <comment>day and time</comment>
        <translation>Data from %1</translation>
    </message>
    <message numerus="yes">
        <source>%n messaggi</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n giorni</source>
        <comment>has waited for</comment>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ore</source>
        <comment>has waited for</comment>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minuti</source>
        <comment>has waited for</comment>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>poco</source>
        <comment>has waited for</comment>
        <translation>a moment</translation>
    </message>
    <message>
        <source>Arrivate %1 su %2.</source>
        <translation>%1 of %2 are here.</translation>
    </message>
    <message numerus="yes">
        <source>%n messaggi aspettano.</source>
        <translation>
            <numerusform>%n message is waiting.</numerusform>
            <numerusform>%n messages are waiting.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messaggi aspettano, il più vecchio da %1.</source>
        <translation>
            <numerusform>%n message has waited for %1.</numerusform>
            <numerusform>%n messages are waiting, the oldest for %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n da guardare al banco.</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%n to look at, at the desk.</numerusform>
            <numerusform>%n to look at, at the desk.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tutto aggiornato, alle %1.</source>
        <translation>All up to date, at %1.</translation>
    </message>
    <message>
        <source>Dati aggiornati, alle %1.</source>
        <translation>Data up to date, at %1.</translation>
    </message>
    <message>
        <source>Il tram porta qui le attività.</source>
        <translation>The tram is bringing the activities here.</translation>
    </message>
    <message>
        <source>Questo schermo è chiuso. Chiedi al banco.</source>
        <translation>This screen is closed. Ask at the desk.</translation>
    </message>
    <message>
        <source>Il tram non è ancora arrivato.</source>
        <translation>The tram has not come yet.</translation>
    </message>
    <message numerus="yes">
        <source>%n bambini</source>
        <translation>
            <numerusform>%n child</numerusform>
            <numerusform>%n children</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n adulti</source>
        <translation>
            <numerusform>%n adult</numerusform>
            <numerusform>%n adults</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n educatori</source>
        <translation>
            <numerusform>%n educator</numerusform>
            <numerusform>%n educators</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between numbers of people</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Un gruppo</source>
        <translation>A group</translation>
    </message>
    <message>
        <source>Gruppo di %1</source>
        <translation>%1’s group</translation>
    </message>
    <message>
        <source>Senza tessera</source>
        <translation>Without a card</translation>
    </message>
    <message>
        <source>Senza nome</source>
        <translation>No name</translation>
    </message>
    <message>
        <source>%1: mai sentito.</source>
        <translation>%1: never heard.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>a station, when it was heard</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Alle %1.</source>
        <comment>a time</comment>
        <translation>At %1.</translation>
    </message>
    <message>
        <source>Il tram parte tra poco.</source>
        <translation>The tram leaves soon.</translation>
    </message>
    <message numerus="yes">
        <source>Il tram parte tra poco: %n messaggi</source>
        <translation>
            <numerusform>The tram leaves soon: %n message</numerusform>
            <numerusform>The tram leaves soon: %n messages</numerusform>
        </translation>
    </message>
    <message>
        <source>Il tram è in viaggio.</source>
        <translation>The tram is travelling.</translation>
    </message>
    <message>
        <source>Il tram è arrivato. Tutto consegnato.</source>
        <translation>The tram has arrived. All delivered.</translation>
    </message>
    <message>
        <source>Il tram aspetta alla fermata.</source>
        <translation>The tram is waiting at its stop.</translation>
    </message>
    <message numerus="yes">
        <source>Il tram aspetta alla fermata: %n messaggi</source>
        <translation>
            <numerusform>The tram waits at its stop: %n message</numerusform>
            <numerusform>The tram waits at its stop: %n messages</numerusform>
        </translation>
    </message>
    <message>
        <source>in viaggio</source>
        <translation>travelling</translation>
    </message>
    <message>
        <source>arrivato</source>
        <translation>arrived</translation>
    </message>
    <message>
        <source>chiuso</source>
        <translation>closed</translation>
    </message>
    <message numerus="yes">
        <source>%n a bordo</source>
        <translation>
            <numerusform>%n on board</numerusform>
            <numerusform>%n on board</numerusform>
        </translation>
    </message>
    <message>
        <source>alla fermata</source>
        <translation>at its stop</translation>
    </message>
</context>
<context>
    <name>ScanScreen</name>
    <message>
        <source>Mostra la tessera</source>
        <translation>Show your card</translation>
    </message>
    <message>
        <source>Avvicinala al lettore. Ci penso io.</source>
        <translation>Hold it near the reader. I’ll do the rest.</translation>
    </message>
</context>
<context>
    <name>ScreenHead</name>
    <message>
        <source>Indietro</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>ScrollStrip</name>
    <message>
        <source>Vai su</source>
        <translation>Go up</translation>
    </message>
    <message>
        <source>Vai giù: c’è altro</source>
        <translation>Go down: there is more</translation>
    </message>
</context>
<context>
    <name>Secrets</name>
    <message>
        <source>sole</source>
        <translation>sun</translation>
    </message>
    <message>
        <source>luna</source>
        <translation>moon</translation>
    </message>
    <message>
        <source>mela</source>
        <translation>apple</translation>
    </message>
    <message>
        <source>barca</source>
        <translation>boat</translation>
    </message>
    <message>
        <source>palla</source>
        <translation>ball</translation>
    </message>
    <message>
        <source>albero</source>
        <translation>tree</translation>
    </message>
    <message>
        <source>aquilone</source>
        <translation>kite</translation>
    </message>
    <message>
        <source>tamburo</source>
        <translation>drum</translation>
    </message>
    <message>
        <source>casa</source>
        <translation>house</translation>
    </message>
</context>
<context>
    <name>SessionLine</name>
    <message>
        <source>Mettiti in lista</source>
        <translation>Join the list</translation>
    </message>
    <message>
        <source>Iscriviti</source>
        <translation>Sign up</translation>
    </message>
    <message>
        <source>è già iniziata</source>
        <translation>has begun already</translation>
    </message>
</context>
<context>
    <name>SessionList</name>
    <message>
        <source>Le date</source>
        <translation>Dates</translation>
    </message>
    <message>
        <source>Gli orari</source>
        <translation>Opening hours</translation>
    </message>
</context>
<context>
    <name>SignupFacts</name>
    <message>
        <source>%1 date</source>
        <translation>%1 dates</translation>
    </message>
    <message>
        <source>Quando</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Dove</source>
        <translation>Where</translation>
    </message>
</context>
<context>
    <name>SignupLine</name>
    <message>
        <source>%1 date, da %2</source>
        <comment>of a course, the first of them</comment>
        <translation>%1 dates, from %2</translation>
    </message>
</context>
<context>
    <name>SignupScreen</name>
    <message>
        <source>Chiudi subito</source>
        <translation>Close now</translation>
    </message>
    <message>
        <source>Sì, va bene</source>
        <translation>Yes, all right</translation>
    </message>
    <message>
        <source>Sì, lo voglio</source>
        <translation>Yes, I want it</translation>
    </message>
    <message>
        <source>Paga con il voucher</source>
        <translation>Pay with the voucher</translation>
    </message>
    <message>
        <source>No, lo lascio a un altro</source>
        <translation>No, somebody else may have it</translation>
    </message>
    <message>
        <source>No, non ora</source>
        <translation>No, not now</translation>
    </message>
    <message>
        <source>Non vengo più</source>
        <translation>I do not come any more</translation>
    </message>
</context>
<context>
    <name>SignupState</name>
    <message>
        <source>Dimmelo entro %1.</source>
        <comment>day and time</comment>
        <translation>Tell me by %1.</translation>
    </message>
    <message>
        <source>per %1</source>
        <comment>whom</comment>
        <translation>for %1</translation>
    </message>
</context>
<context>
    <name>Signups</name>
    <message>
        <source>c’è il posto</source>
        <translation>has a place</translation>
    </message>
    <message>
        <source>fatto</source>
        <translation>done</translation>
    </message>
    <message>
        <source>C’è un posto: lo vuoi?</source>
        <translation>There is a place: do you want it?</translation>
    </message>
    <message>
        <source>chiesto, non è ancora un posto</source>
        <translation>asked for, not a place yet</translation>
    </message>
    <message>
        <source>sei in lista</source>
        <translation>you are on the list</translation>
    </message>
    <message>
        <source>aspetta il sì di un adulto</source>
        <translation>waits for a grown-up’s yes</translation>
    </message>
    <message>
        <source>non più</source>
        <translation>not any more</translation>
    </message>
</context>
<context>
    <name>StationFacts</name>
    <message>
        <source>Ultimo arrivo del tram</source>
        <translation>The tram last came</translation>
    </message>
    <message>
        <source>non ancora</source>
        <translation>not yet</translation>
    </message>
    <message>
        <source>Attività arrivate</source>
        <translation>Activities that have come</translation>
    </message>
    <message>
        <source>%1 su %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>Il più vecchio da</source>
        <translation>The oldest for</translation>
    </message>
    <message>
        <source>nessuno</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Aspettano il tram</source>
        <translation>Waiting for the tram</translation>
    </message>
    <message>
        <source>Da guardare al banco</source>
        <translation>To look at, at the desk</translation>
    </message>
    <message>
        <source>niente</source>
        <translation>nothing</translation>
    </message>
    <message>
        <source>Questo schermo</source>
        <translation>This screen</translation>
    </message>
</context>
<context>
    <name>StationScreen</name>
    <message>
        <source>Dov’è il tram?</source>
        <translation>Where is the tram?</translation>
    </message>
</context>
<context>
    <name>TakeAway</name>
    <message>
        <source>Portala con te</source>
        <translation>Take it with you</translation>
    </message>
    <message>
        <source>Inquadra con il telefono: la data va nel calendario.</source>
        <translation>Point your phone here: the date goes into its calendar.</translation>
    </message>
</context>
<context>
    <name>TramTrack</name>
    <message>
        <source>Fatto: %1 %</source>
        <translation>Done: %1 %</translation>
    </message>
</context>
<context>
    <name>TroubleScreen</name>
    <message>
        <source>Adesso non riesco.</source>
        <translation>I can’t right now.</translation>
    </message>
    <message>
        <source>Chiedi al banco.</source>
        <translation>Ask at the desk.</translation>
    </message>
</context>
<context>
    <name>Unchecked</name>
    <message>
        <source>Traduzione non ancora controllata: vale l’italiano.</source>
        <translation>Translation not yet checked: the Italian counts.</translation>
    </message>
</context>
<context>
    <name>VoucherFact</name>
    <message>
        <source>Voucher</source>
        <translation>Paying</translation>
    </message>
    <message>
        <source>paga %1</source>
        <comment>the voucher</comment>
        <translation>pays %1</translation>
    </message>
    <message>
        <source>Si può pagare con il voucher</source>
        <translation>You can pay with the voucher</translation>
    </message>
    <message>
        <source>Tu non paghi niente.</source>
        <translation>You pay nothing.</translation>
    </message>
    <message>
        <source>Tu paghi %1 per %2.</source>
        <comment>amount, whom</comment>
        <translation>You pay %1 for %2.</translation>
    </message>
    <message>
        <source>Tu paghi %1.</source>
        <translation>You pay %1.</translation>
    </message>
</context>
<context>
    <name>VoucherTile</name>
    <message>
        <source>Questa volta non è arrivato. Al banco cerchiamo insieme.</source>
        <translation>This time it has not come. At the desk we look together.</translation>
    </message>
    <message>
        <source>Chiedi al banco.</source>
        <translation>Ask at the desk.</translation>
    </message>
    <message>
        <source>per tutto il gruppo</source>
        <translation>for the whole group</translation>
    </message>
    <message>
        <source>per %1</source>
        <comment>whom</comment>
        <translation>for %1</translation>
    </message>
    <message>
        <source>almeno %1</source>
        <comment>what is left</comment>
        <translation>at least %1</translation>
    </message>
    <message>
        <source>fino a %1</source>
        <comment>last day</comment>
        <translation>until %1</translation>
    </message>
    <message>
        <source>usato tutto</source>
        <translation>all used</translation>
    </message>
    <message>
        <source>Scegli che cosa pagare</source>
        <translation>Choose what to pay for</translation>
    </message>
    <message>
        <source>Paga un adulto, con la sua tessera</source>
        <translation>A grown-up pays, with their card</translation>
    </message>
</context>
<context>
    <name>WaitScreen</name>
    <message>
        <source>Chiedo alla città…</source>
        <translation>Asking the city…</translation>
    </message>
    <message>
        <source>Qui il voucher non basta. Aspetta un momento.</source>
        <translation>The voucher is not enough here. One moment, please.</translation>
    </message>
    <message>
        <source>Qui non ci sono posti. Aspetta un momento.</source>
        <translation>There is no place here. One moment, please.</translation>
    </message>
    <message>
        <source>Non aspetto</source>
        <translation>I won&apos;t wait</translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>Quanti anni hai?</source>
        <translation>How old are you?</translation>
    </message>
</context>
<context>
    <name>WhomScreen</name>
    <message>
        <source>Per chi?</source>
        <translation>For whom?</translation>
    </message>
    <message>
        <source>tocca per scegliere</source>
        <translation>touch to choose</translation>
    </message>
</context>
</TS>
