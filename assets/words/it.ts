<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it" sourcelanguage="it">
<context>
    <name>ActivityFacts</name>
    <message>
        <source>Quando</source>
        <translation>Quando</translation>
    </message>
    <message>
        <source>Quando è aperto</source>
        <translation>Quando è aperto</translation>
    </message>
    <message>
        <source>Dove</source>
        <translation>Dove</translation>
    </message>
    <message>
        <source>Per chi</source>
        <translation>Per chi</translation>
    </message>
    <message>
        <source>Quanto costa</source>
        <translation>Quanto costa</translation>
    </message>
    <message>
        <source>per tutto il corso</source>
        <comment>of the price</comment>
        <translation>per tutto il corso</translation>
    </message>
    <message>
        <source>Posti</source>
        <translation>Posti</translation>
    </message>
    <message>
        <source>Come si entra</source>
        <translation>Come si entra</translation>
    </message>
    <message>
        <source>Chi la fa</source>
        <translation>Chi la fa</translation>
    </message>
</context>
<context>
    <name>ActivityScreen</name>
    <message>
        <source>Chiudi subito</source>
        <translation>Chiudi subito</translation>
    </message>
    <message>
        <source>Tutto il corso: %1 date</source>
        <translation>Tutto il corso: %1 date</translation>
    </message>
    <message>
        <source>Paga con il voucher</source>
        <translation>Paga con il voucher</translation>
    </message>
</context>
<context>
    <name>Answers</name>
    <message>
        <source>Siete qui!</source>
        <translation>Siete qui!</translation>
    </message>
    <message>
        <source>Ciao!</source>
        <translation>Ciao!</translation>
    </message>
    <message>
        <source>Ciao %1!</source>
        <translation>Ciao %1!</translation>
    </message>
    <message>
        <source>Ciao di nuovo!</source>
        <translation>Ciao di nuovo!</translation>
    </message>
    <message>
        <source>Ciao di nuovo, %1!</source>
        <translation>Ciao di nuovo, %1!</translation>
    </message>
    <message>
        <source>Sei qui!</source>
        <translation>Sei qui!</translation>
    </message>
    <message>
        <source>A presto!</source>
        <translation>A presto!</translation>
    </message>
    <message>
        <source>A presto, %1!</source>
        <translation>A presto, %1!</translation>
    </message>
    <message>
        <source>Pagato!</source>
        <translation>Pagato!</translation>
    </message>
    <message>
        <source>C’è il posto!</source>
        <translation>C’è il posto!</translation>
    </message>
    <message>
        <source>C’è il posto per %1!</source>
        <translation>C’è il posto per %1!</translation>
    </message>
    <message>
        <source>L’ho chiesto.</source>
        <translation>L’ho chiesto.</translation>
    </message>
    <message>
        <source>Sei in lista.</source>
        <translation>Sei in lista.</translation>
    </message>
    <message>
        <source>L’ho messo da parte.</source>
        <translation>L’ho messo da parte.</translation>
    </message>
    <message>
        <source>Va bene!</source>
        <translation>Va bene!</translation>
    </message>
    <message>
        <source>Adesso non riesco.</source>
        <translation>Adesso non riesco.</translation>
    </message>
    <message>
        <source>Leggo…</source>
        <translation>Leggo…</translation>
    </message>
    <message>
        <source>Sei qui.</source>
        <translation>Sei qui.</translation>
    </message>
    <message>
        <source>Siete già qui.</source>
        <translation>Siete già qui.</translation>
    </message>
    <message>
        <source>Sei già qui.</source>
        <translation>Sei già qui.</translation>
    </message>
    <message numerus="yes">
        <source>Siete in %n. Al banco lo confermano.</source>
        <translation>
            <numerusform>Al banco lo confermano.</numerusform>
            <numerusform>Siete in %n. Al banco lo confermano.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ciao, buon ritorno.</source>
        <translation>Ciao, buon ritorno.</translation>
    </message>
    <message>
        <source>Chi viene a prenderti passa al banco.</source>
        <translation>Chi viene a prenderti passa al banco.</translation>
    </message>
    <message>
        <source>Se si libera un posto te lo diciamo.</source>
        <translation>Se si libera un posto te lo diciamo.</translation>
    </message>
    <message>
        <source>Adesso un adulto dice sì, con la sua tessera.</source>
        <translation>Adesso un adulto dice sì, con la sua tessera.</translation>
    </message>
    <message>
        <source>Il posto è di nuovo libero.</source>
        <translation>Il posto è di nuovo libero.</translation>
    </message>
    <message>
        <source>Chiedi al banco.</source>
        <translation>Chiedi al banco.</translation>
    </message>
    <message numerus="yes">
        <source>%n adulti</source>
        <translation>
            <numerusform>un adulto</numerusform>
            <numerusform>%n adulti</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 e %2</source>
        <comment>two names</comment>
        <translation>%1 e %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Non è ancora un posto. Te lo diciamo presto.</source>
        <translation>Non è ancora un posto. Te lo diciamo presto.</translation>
    </message>
    <message>
        <source>Non è ancora un posto. Te lo diciamo entro %1.</source>
        <comment>day</comment>
        <translation>Non è ancora un posto. Te lo diciamo entro %1.</translation>
    </message>
    <message>
        <source>alle %1</source>
        <comment>at a time of today</comment>
        <translation>alle %1</translation>
    </message>
    <message>
        <source>Apriamo %1.</source>
        <comment>when</comment>
        <translation>Apriamo %1.</translation>
    </message>
    <message>
        <source>Adesso è pieno. Chiedi al banco.</source>
        <translation>Adesso è pieno. Chiedi al banco.</translation>
    </message>
    <message>
        <source>Adesso è pieno. C’è posto %1.</source>
        <comment>when</comment>
        <translation>Adesso è pieno. C’è posto %1.</translation>
    </message>
    <message>
        <source>Adesso è chiuso. Chiedi al banco.</source>
        <translation>Adesso è chiuso. Chiedi al banco.</translation>
    </message>
    <message>
        <source>Adesso è chiuso. Apriamo %1.</source>
        <comment>when</comment>
        <translation>Adesso è chiuso. Apriamo %1.</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Lingua</source>
        <translation>Lingua</translation>
    </message>
    <message>
        <source>Grande</source>
        <translation>Grande</translation>
    </message>
    <message>
        <source>Contrasto</source>
        <translation>Contrasto</translation>
    </message>
    <message>
        <source>In alto</source>
        <translation>In alto</translation>
    </message>
    <message>
        <source>In basso</source>
        <translation>In basso</translation>
    </message>
    <message>
        <source>Ho finito</source>
        <translation>Ho finito</translation>
    </message>
</context>
<context>
    <name>BrowseScreen</name>
    <message>
        <source>Qui per ora non c’è niente.</source>
        <translation>Qui per ora non c’è niente.</translation>
    </message>
    <message>
        <source>Prova con un altro pulsante.</source>
        <translation>Prova con un altro pulsante.</translation>
    </message>
    <message>
        <source>Mostra altre attività</source>
        <translation>Mostra altre attività</translation>
    </message>
</context>
<context>
    <name>ChooseScreen</name>
    <message>
        <source>Che cosa vuoi pagare?</source>
        <translation>Che cosa vuoi pagare?</translation>
    </message>
    <message>
        <source>Per ora qui non c’è niente da pagare con questo voucher.</source>
        <translation>Per ora qui non c’è niente da pagare con questo voucher.</translation>
    </message>
</context>
<context>
    <name>CountRow</name>
    <message>
        <source>Adulti</source>
        <translation>Adulti</translation>
    </message>
    <message>
        <source>Educatori</source>
        <translation>Educatori</translation>
    </message>
    <message>
        <source>%1: uno di meno</source>
        <translation>%1: uno di meno</translation>
    </message>
    <message>
        <source>%1: uno di più</source>
        <translation>%1: uno di più</translation>
    </message>
    <message>
        <source>%1: cinque di più</source>
        <translation>%1: cinque di più</translation>
    </message>
</context>
<context>
    <name>CountScreen</name>
    <message>
        <source>Il vostro gruppo</source>
        <translation>Il vostro gruppo</translation>
    </message>
    <message>
        <source>Quanti siete?</source>
        <translation>Quanti siete?</translation>
    </message>
    <message>
        <source>Siamo un gruppo</source>
        <translation>Siamo un gruppo</translation>
    </message>
    <message>
        <source>Tocca + per contarvi.</source>
        <translation>Tocca + per contarvi.</translation>
    </message>
    <message>
        <source>Sono qui</source>
        <translation>Sono qui</translation>
    </message>
    <message numerus="yes">
        <source>Siamo qui in %n</source>
        <translation>
            <numerusform>Sono qui</numerusform>
            <numerusform>Siamo qui in %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CourseDates</name>
    <message>
        <source>Tutto il corso</source>
        <translation>Tutto il corso</translation>
    </message>
    <message>
        <source>%1 date</source>
        <translation>%1 date</translation>
    </message>
    <message>
        <source>Quanto costa</source>
        <translation>Quanto costa</translation>
    </message>
    <message>
        <source>per tutto il corso</source>
        <comment>of the price</comment>
        <translation>per tutto il corso</translation>
    </message>
</context>
<context>
    <name>DeskSign</name>
    <message>
        <source>Dillo al banco.</source>
        <translation>Dillo al banco.</translation>
    </message>
    <message>
        <source>Dillo al banco entro %1.</source>
        <comment>day and time</comment>
        <translation>Dillo al banco entro %1.</translation>
    </message>
</context>
<context>
    <name>DoorScreen</name>
    <message>
        <source>Proviamo ancora.</source>
        <translation>Proviamo ancora.</translation>
    </message>
    <message>
        <source>Ciao %1!</source>
        <translation>Ciao %1!</translation>
    </message>
    <message numerus="yes">
        <source>Aspetta %n secondi.</source>
        <translation>
            <numerusform>Aspetta un secondo.</numerusform>
            <numerusform>Aspetta %n secondi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tocca il tuo PIN.</source>
        <translation>Tocca il tuo PIN.</translation>
    </message>
    <message>
        <source>Per chi lavora qui</source>
        <translation>Per chi lavora qui</translation>
    </message>
    <message>
        <source>Oppure mostra la tua tessera.</source>
        <translation>Oppure mostra la tua tessera.</translation>
    </message>
    <message>
        <source>Mostra la tua tessera</source>
        <translation>Mostra la tua tessera</translation>
    </message>
    <message>
        <source>Poi tocca il tuo PIN.</source>
        <translation>Poi tocca il tuo PIN.</translation>
    </message>
</context>
<context>
    <name>Empty</name>
    <message>
        <source>Qui oggi si riposa.</source>
        <translation>Qui oggi si riposa.</translation>
    </message>
    <message>
        <source>Guarda anche le altre attività.</source>
        <translation>Guarda anche le altre attività.</translation>
    </message>
</context>
<context>
    <name>Entered</name>
    <message>
        <source>%1 di %2</source>
        <translation>%1 di %2</translation>
    </message>
</context>
<context>
    <name>FamilyScreen</name>
    <message>
        <source>Ciao!</source>
        <translation>Ciao!</translation>
    </message>
    <message>
        <source>Ciao %1!</source>
        <translation>Ciao %1!</translation>
    </message>
    <message>
        <source>Chi c’è con te?</source>
        <translation>Chi c’è con te?</translation>
    </message>
    <message>
        <source>Tocca chi è qui.</source>
        <translation>Tocca chi è qui.</translation>
    </message>
    <message>
        <source>Sono qui</source>
        <translation>Sono qui</translation>
    </message>
    <message numerus="yes">
        <source>Siamo qui in %n</source>
        <translation>
            <numerusform>Sono qui</numerusform>
            <numerusform>Siamo qui in %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Un adulto</source>
        <translation>Un adulto</translation>
    </message>
    <message>
        <source>Un altro adulto</source>
        <translation>Un altro adulto</translation>
    </message>
    <message>
        <source>Altri della famiglia</source>
        <translation>Altri della famiglia</translation>
    </message>
    <message>
        <source>Siamo un gruppo</source>
        <translation>Siamo un gruppo</translation>
    </message>
    <message>
        <source>Non sono io</source>
        <translation>Non sono io</translation>
    </message>
    <message>
        <source>è già qui</source>
        <translation>è già qui</translation>
    </message>
    <message>
        <source>è qui</source>
        <translation>è qui</translation>
    </message>
    <message>
        <source>oggi no</source>
        <translation>oggi no</translation>
    </message>
    <message>
        <source>Adulto</source>
        <translation>Adulto</translation>
    </message>
    <message>
        <source>Adulto %1</source>
        <translation>Adulto %1</translation>
    </message>
</context>
<context>
    <name>FirstCopyScreen</name>
    <message>
        <source>Il tram aspetta alla fermata.</source>
        <translation>Il tram aspetta alla fermata.</translation>
    </message>
    <message>
        <source>Il tram porta qui le attività.</source>
        <translation>Il tram porta qui le attività.</translation>
    </message>
    <message>
        <source>Riparte da solo. Intanto chiedi al banco.</source>
        <translation>Riparte da solo. Intanto chiedi al banco.</translation>
    </message>
    <message>
        <source>Tra poco siamo pronti.</source>
        <translation>Tra poco siamo pronti.</translation>
    </message>
    <message>
        <source>Arrivate %1 su %2</source>
        <translation>Arrivate %1 su %2</translation>
    </message>
</context>
<context>
    <name>HereTile</name>
    <message>
        <source>Sono qui</source>
        <translation>Sono qui</translation>
    </message>
    <message>
        <source>Mostra la tessera</source>
        <translation>Mostra la tessera</translation>
    </message>
</context>
<context>
    <name>HomeScreen</name>
    <message>
        <source>Ciao! Che cosa facciamo oggi?</source>
        <translation>Ciao! Che cosa facciamo oggi?</translation>
    </message>
    <message>
        <source>La mia tessera</source>
        <translation>La mia tessera</translation>
    </message>
    <message>
        <source>Siamo qui senza tessera</source>
        <translation>Siamo qui senza tessera</translation>
    </message>
    <message>
        <source>Che cosa c’è</source>
        <translation>Che cosa c’è</translation>
    </message>
    <message>
        <source>Oggi all’hub</source>
        <translation>Oggi all’hub</translation>
    </message>
    <message>
        <source>Prossimi giorni</source>
        <translation>Prossimi giorni</translation>
    </message>
</context>
<context>
    <name>IdleOverlay</name>
    <message>
        <source>Ci sei ancora?</source>
        <translation>Ci sei ancora?</translation>
    </message>
    <message numerus="yes">
        <source>Chiudo tra %n secondi.</source>
        <translation>
            <numerusform>Chiudo tra %n secondo.</numerusform>
            <numerusform>Chiudo tra %n secondi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sono ancora qui</source>
        <translation>Sono ancora qui</translation>
    </message>
</context>
<context>
    <name>InsideScreen</name>
    <message>
        <source>Chi è dentro</source>
        <translation>Chi è dentro</translation>
    </message>
    <message>
        <source>Aggiorna</source>
        <translation>Aggiorna</translation>
    </message>
    <message>
        <source>dentro</source>
        <translation>dentro</translation>
    </message>
    <message>
        <source>bambini</source>
        <translation>bambini</translation>
    </message>
    <message>
        <source>adulti</source>
        <translation>adulti</translation>
    </message>
    <message>
        <source>educatori</source>
        <translation>educatori</translation>
    </message>
    <message>
        <source>senza età</source>
        <translation>senza età</translation>
    </message>
    <message>
        <source>gruppi</source>
        <translation>gruppi</translation>
    </message>
    <message>
        <source>Può mancare qualcuno.</source>
        <translation>Può mancare qualcuno.</translation>
    </message>
    <message>
        <source>Non c’è nessuno.</source>
        <translation>Non c’è nessuno.</translation>
    </message>
</context>
<context>
    <name>JoinScreen</name>
    <message>
        <source>è per chi è più grande</source>
        <translation>è per chi è più grande</translation>
    </message>
    <message>
        <source>è per chi è più piccolo</source>
        <translation>è per chi è più piccolo</translation>
    </message>
    <message>
        <source>è già in lista</source>
        <translation>è già in lista</translation>
    </message>
    <message>
        <source>a quell’ora ha: %1</source>
        <comment>another activity</comment>
        <translation>a quell’ora ha: %1</translation>
    </message>
    <message>
        <source>%1 ha: %2</source>
        <comment>when, another activity</comment>
        <translation>%1 ha: %2</translation>
    </message>
    <message>
        <source>viene</source>
        <translation>viene</translation>
    </message>
    <message>
        <source>tocca per scegliere</source>
        <translation>tocca per scegliere</translation>
    </message>
    <message>
        <source>Chiudi subito</source>
        <translation>Chiudi subito</translation>
    </message>
    <message>
        <source>Chi viene?</source>
        <translation>Chi viene?</translation>
    </message>
    <message>
        <source>Lo chiediamo a un adulto della tua famiglia. Dirà sì con la sua tessera.</source>
        <translation>Lo chiediamo a un adulto della tua famiglia. Dirà sì con la sua tessera.</translation>
    </message>
    <message>
        <source>Tocca chi viene.</source>
        <translation>Tocca chi viene.</translation>
    </message>
    <message>
        <source>Vorrei venire</source>
        <translation>Vorrei venire</translation>
    </message>
    <message>
        <source>Vengo</source>
        <translation>Vengo</translation>
    </message>
    <message>
        <source>Iscrivi %1</source>
        <comment>whom</comment>
        <translation>Iscrivi %1</translation>
    </message>
</context>
<context>
    <name>Keeps</name>
    <message>
        <source>La tua ricevuta</source>
        <translation>La tua ricevuta</translation>
    </message>
    <message>
        <source>Portala con te</source>
        <translation>Portala con te</translation>
    </message>
    <message>
        <source>Fai una foto: vale come prova.</source>
        <translation>Fai una foto: vale come prova.</translation>
    </message>
    <message>
        <source>Inquadra con il telefono: la data va nel calendario.</source>
        <translation>Inquadra con il telefono: la data va nel calendario.</translation>
    </message>
</context>
<context>
    <name>LanguageScreen</name>
    <message>
        <source>Che lingua parli?</source>
        <translation>Che lingua parli?</translation>
    </message>
</context>
<context>
    <name>LeaderScreen</name>
    <message>
        <source>Chi guida il gruppo?</source>
        <translation>Chi guida il gruppo?</translation>
    </message>
    <message>
        <source>Mostra la sua tessera al lettore.</source>
        <translation>Mostra la sua tessera al lettore.</translation>
    </message>
</context>
<context>
    <name>LeaveScreen</name>
    <message>
        <source>Vai via, %1?</source>
        <translation>Vai via, %1?</translation>
    </message>
    <message>
        <source>Chi va via?</source>
        <translation>Chi va via?</translation>
    </message>
    <message>
        <source>va via</source>
        <translation>va via</translation>
    </message>
    <message>
        <source>resta qui</source>
        <translation>resta qui</translation>
    </message>
    <message>
        <source>chiede al banco</source>
        <translation>chiede al banco</translation>
    </message>
    <message>
        <source>Vado via</source>
        <translation>Vado via</translation>
    </message>
    <message>
        <source>Resto qui</source>
        <translation>Resto qui</translation>
    </message>
    <message>
        <source>È arrivato qualcuno</source>
        <translation>È arrivato qualcuno</translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message>
        <source>Costa</source>
        <translation>Costa</translation>
    </message>
    <message>
        <source>Già pagato</source>
        <translation>Già pagato</translation>
    </message>
    <message>
        <source>Paga il voucher</source>
        <translation>Paga il voucher</translation>
    </message>
    <message>
        <source>Paga %1</source>
        <translation>Paga %1</translation>
    </message>
    <message>
        <source>Paghi tu, sul posto</source>
        <translation>Paghi tu, sul posto</translation>
    </message>
    <message>
        <source>Tu non paghi niente</source>
        <translation>Tu non paghi niente</translation>
    </message>
    <message>
        <source>Nel voucher resta</source>
        <translation>Nel voucher resta</translation>
    </message>
    <message>
        <source>Nel voucher resta almeno</source>
        <translation>Nel voucher resta almeno</translation>
    </message>
    <message>
        <source>Del voucher: %1</source>
        <translation>Del voucher: %1</translation>
    </message>
    <message>
        <source>Per ora il voucher paga fin qui.</source>
        <translation>Per ora il voucher paga fin qui.</translation>
    </message>
    <message>
        <source>Usa %1 del voucher</source>
        <translation>Usa %1 del voucher</translation>
    </message>
    <message>
        <source>Il voucher ha pagato %1.</source>
        <translation>Il voucher ha pagato %1.</translation>
    </message>
    <message>
        <source>Il voucher ha pagato %1. Tu paghi %2, sul posto.</source>
        <translation>Il voucher ha pagato %1. Tu paghi %2, sul posto.</translation>
    </message>
</context>
<context>
    <name>MoneyScreen</name>
    <message>
        <source>Torna indietro</source>
        <translation>Torna indietro</translation>
    </message>
    <message>
        <source>Di meno</source>
        <translation>Di meno</translation>
    </message>
    <message>
        <source>Di più</source>
        <translation>Di più</translation>
    </message>
</context>
<context>
    <name>MyCardScreen</name>
    <message>
        <source>La tessera di %1</source>
        <translation>La tessera di %1</translation>
    </message>
    <message>
        <source>I voucher</source>
        <translation>I voucher</translation>
    </message>
    <message>
        <source>Qui non c’è nessun voucher. Al banco sanno dirti di più.</source>
        <translation>Qui non c’è nessun voucher. Al banco sanno dirti di più.</translation>
    </message>
    <message>
        <source>Le iscrizioni</source>
        <translation>Le iscrizioni</translation>
    </message>
    <message>
        <source>Per ora nessuna.</source>
        <translation>Per ora nessuna.</translation>
    </message>
    <message>
        <source>Cerca un’attività</source>
        <translation>Cerca un’attività</translation>
    </message>
</context>
<context>
    <name>OutcomeScreen</name>
    <message>
        <source>Salvato qui. Parte con il prossimo tram.</source>
        <translation>Salvato qui. Parte con il prossimo tram.</translation>
    </message>
    <message>
        <source>Salvato.</source>
        <translation>Salvato.</translation>
    </message>
    <message>
        <source>C’è qualcuno con me</source>
        <translation>C’è qualcuno con me</translation>
    </message>
    <message>
        <source>La mia tessera</source>
        <translation>La mia tessera</translation>
    </message>
    <message>
        <source>Annulla %1</source>
        <translation>Annulla %1</translation>
    </message>
    <message>
        <source>Va bene</source>
        <translation>Va bene</translation>
    </message>
    <message>
        <source>Fatto</source>
        <translation>Fatto</translation>
    </message>
</context>
<context>
    <name>Pad</name>
    <message>
        <source>Cancella una cifra</source>
        <translation>Cancella una cifra</translation>
    </message>
</context>
<context>
    <name>PicturesScreen</name>
    <message>
        <source>Proviamo ancora.</source>
        <translation>Proviamo ancora.</translation>
    </message>
    <message>
        <source>Tocca le tue tre figure.</source>
        <translation>Tocca le tue tre figure.</translation>
    </message>
    <message>
        <source>Nell’ordine giusto.</source>
        <translation>Nell’ordine giusto.</translation>
    </message>
    <message>
        <source>Da capo</source>
        <translation>Da capo</translation>
    </message>
</context>
<context>
    <name>PinScreen</name>
    <message>
        <source>Proviamo ancora.</source>
        <translation>Proviamo ancora.</translation>
    </message>
    <message>
        <source>Tocca il tuo PIN.</source>
        <translation>Tocca il tuo PIN.</translation>
    </message>
</context>
<context>
    <name>Programme</name>
    <message>
        <source>Oggi all’hub</source>
        <translation>Oggi all’hub</translation>
    </message>
</context>
<context>
    <name>PromptScreen</name>
    <message>
        <source>Pagare con il voucher</source>
        <translation>Pagare con il voucher</translation>
    </message>
    <message>
        <source>Iscriversi</source>
        <translation>Iscriversi</translation>
    </message>
    <message>
        <source>La mia tessera</source>
        <translation>La mia tessera</translation>
    </message>
    <message>
        <source>Mostra la tessera</source>
        <translation>Mostra la tessera</translation>
    </message>
    <message>
        <source>Poi tocchi le tue tre figure.</source>
        <translation>Poi tocchi le tue tre figure.</translation>
    </message>
</context>
<context>
    <name>Say</name>
    <message>
        <source>Stare insieme</source>
        <translation>Stare insieme</translation>
    </message>
    <message>
        <source>Muoversi</source>
        <translation>Muoversi</translation>
    </message>
    <message>
        <source>Stare bene</source>
        <translation>Stare bene</translation>
    </message>
    <message>
        <source>Imparare</source>
        <translation>Imparare</translation>
    </message>
    <message>
        <source>Creare</source>
        <translation>Creare</translation>
    </message>
    <message>
        <source>Scegliere</source>
        <translation>Scegliere</translation>
    </message>
    <message>
        <source>I nostri posti</source>
        <translation>I nostri posti</translation>
    </message>
    <message>
        <source>Oggi</source>
        <translation>Oggi</translation>
    </message>
    <message>
        <source>Questa settimana</source>
        <translation>Questa settimana</translation>
    </message>
    <message>
        <source>Vicino a qui</source>
        <translation>Vicino a qui</translation>
    </message>
    <message>
        <source>Per età</source>
        <translation>Per età</translation>
    </message>
    <message>
        <source>Tutto</source>
        <translation>Tutto</translation>
    </message>
    <message>
        <source>per tutti</source>
        <translation>per tutti</translation>
    </message>
    <message numerus="yes">
        <source>da %n anni</source>
        <translation>
            <numerusform>da %n anno</numerusform>
            <numerusform>da %n anni</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>fino a %n anni</source>
        <translation>
            <numerusform>fino a %n anno</numerusform>
            <numerusform>fino a %n anni</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n anni</source>
        <translation>
            <numerusform>%n anno</numerusform>
            <numerusform>%n anni</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1–%n anni</source>
        <comment>from %1 to %n years of age</comment>
        <translation>
            <numerusform>%1–%n anno</numerusform>
            <numerusform>%1–%n anni</numerusform>
        </translation>
    </message>
    <message>
        <source>gratis</source>
        <translation>gratis</translation>
    </message>
    <message>
        <source>€ %1</source>
        <translation>€ %1</translation>
    </message>
    <message>
        <source>ci sono posti</source>
        <translation>ci sono posti</translation>
    </message>
    <message>
        <source>pochi posti</source>
        <translation>pochi posti</translation>
    </message>
    <message>
        <source>posti finiti</source>
        <translation>posti finiti</translation>
    </message>
    <message>
        <source>vieni quando vuoi</source>
        <translation>vieni quando vuoi</translation>
    </message>
    <message>
        <source>a %1 m</source>
        <translation>a %1 m</translation>
    </message>
    <message>
        <source>a %1 km</source>
        <translation>a %1 km</translation>
    </message>
    <message>
        <source>oggi</source>
        <translation>oggi</translation>
    </message>
    <message>
        <source>domani</source>
        <translation>domani</translation>
    </message>
    <message>
        <source>ieri</source>
        <translation>ieri</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <comment>weekday, day, month</comment>
        <translation>%1 %2 %3</translation>
    </message>
    <message>
        <source>Questo schermo è chiuso.</source>
        <translation>Questo schermo è chiuso.</translation>
    </message>
    <message>
        <source>%1, ore %2</source>
        <comment>day, time</comment>
        <translation>%1, ore %2</translation>
    </message>
    <message>
        <source>Dati di %1</source>
        <comment>day and time</comment>
        <translation>Dati di %1</translation>
    </message>
    <message numerus="yes">
        <source>%n messaggi</source>
        <translation>
            <numerusform>%n messaggio</numerusform>
            <numerusform>%n messaggi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n giorni</source>
        <comment>has waited for</comment>
        <translation>
            <numerusform>%n giorno</numerusform>
            <numerusform>%n giorni</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ore</source>
        <comment>has waited for</comment>
        <translation>
            <numerusform>%n ora</numerusform>
            <numerusform>%n ore</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minuti</source>
        <comment>has waited for</comment>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minuti</numerusform>
        </translation>
    </message>
    <message>
        <source>poco</source>
        <comment>has waited for</comment>
        <translation>poco</translation>
    </message>
    <message>
        <source>Arrivate %1 su %2.</source>
        <translation>Arrivate %1 su %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n messaggi aspettano.</source>
        <translation>
            <numerusform>%n messaggio aspetta.</numerusform>
            <numerusform>%n messaggi aspettano.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messaggi aspettano, il più vecchio da %1.</source>
        <translation>
            <numerusform>%n messaggio aspetta da %1.</numerusform>
            <numerusform>%n messaggi aspettano, il più vecchio da %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n da guardare al banco.</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%n da guardare al banco.</numerusform>
            <numerusform>%n da guardare al banco.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tutto aggiornato, alle %1.</source>
        <translation>Tutto aggiornato, alle %1.</translation>
    </message>
    <message>
        <source>Dati aggiornati, alle %1.</source>
        <translation>Dati aggiornati, alle %1.</translation>
    </message>
    <message>
        <source>Il tram porta qui le attività.</source>
        <translation>Il tram porta qui le attività.</translation>
    </message>
    <message>
        <source>Questo schermo è chiuso. Chiedi al banco.</source>
        <translation>Questo schermo è chiuso. Chiedi al banco.</translation>
    </message>
    <message>
        <source>Il tram non è ancora arrivato.</source>
        <translation>Il tram non è ancora arrivato.</translation>
    </message>
    <message numerus="yes">
        <source>%n bambini</source>
        <translation>
            <numerusform>un bambino</numerusform>
            <numerusform>%n bambini</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n adulti</source>
        <translation>
            <numerusform>un adulto</numerusform>
            <numerusform>%n adulti</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n educatori</source>
        <translation>
            <numerusform>un educatore</numerusform>
            <numerusform>%n educatori</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between numbers of people</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Un gruppo</source>
        <translation>Un gruppo</translation>
    </message>
    <message>
        <source>Gruppo di %1</source>
        <translation>Gruppo di %1</translation>
    </message>
    <message>
        <source>Senza tessera</source>
        <translation>Senza tessera</translation>
    </message>
    <message>
        <source>Senza nome</source>
        <translation>Senza nome</translation>
    </message>
    <message>
        <source>%1: mai sentito.</source>
        <translation>%1: mai sentito.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>a station, when it was heard</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Alle %1.</source>
        <comment>a time</comment>
        <translation>Alle %1.</translation>
    </message>
    <message>
        <source>Il tram parte tra poco.</source>
        <translation>Il tram parte tra poco.</translation>
    </message>
    <message numerus="yes">
        <source>Il tram parte tra poco: %n messaggi</source>
        <translation>
            <numerusform>Il tram parte tra poco: %n messaggio</numerusform>
            <numerusform>Il tram parte tra poco: %n messaggi</numerusform>
        </translation>
    </message>
    <message>
        <source>Il tram è in viaggio.</source>
        <translation>Il tram è in viaggio.</translation>
    </message>
    <message>
        <source>Il tram è arrivato. Tutto consegnato.</source>
        <translation>Il tram è arrivato. Tutto consegnato.</translation>
    </message>
    <message>
        <source>Il tram aspetta alla fermata.</source>
        <translation>Il tram aspetta alla fermata.</translation>
    </message>
    <message numerus="yes">
        <source>Il tram aspetta alla fermata: %n messaggi</source>
        <translation>
            <numerusform>Il tram aspetta alla fermata: %n messaggio</numerusform>
            <numerusform>Il tram aspetta alla fermata: %n messaggi</numerusform>
        </translation>
    </message>
    <message>
        <source>in viaggio</source>
        <translation>in viaggio</translation>
    </message>
    <message>
        <source>arrivato</source>
        <translation>arrivato</translation>
    </message>
    <message>
        <source>chiuso</source>
        <translation>chiuso</translation>
    </message>
    <message numerus="yes">
        <source>%n a bordo</source>
        <translation>
            <numerusform>%n a bordo</numerusform>
            <numerusform>%n a bordo</numerusform>
        </translation>
    </message>
    <message>
        <source>alla fermata</source>
        <translation>alla fermata</translation>
    </message>
</context>
<context>
    <name>ScanScreen</name>
    <message>
        <source>Mostra la tessera</source>
        <translation>Mostra la tessera</translation>
    </message>
    <message>
        <source>Avvicinala al lettore. Ci penso io.</source>
        <translation>Avvicinala al lettore. Ci penso io.</translation>
    </message>
</context>
<context>
    <name>ScreenHead</name>
    <message>
        <source>Indietro</source>
        <translation>Indietro</translation>
    </message>
</context>
<context>
    <name>ScrollStrip</name>
    <message>
        <source>Vai su</source>
        <translation>Vai su</translation>
    </message>
    <message>
        <source>Vai giù: c’è altro</source>
        <translation>Vai giù: c’è altro</translation>
    </message>
</context>
<context>
    <name>Secrets</name>
    <message>
        <source>sole</source>
        <translation>sole</translation>
    </message>
    <message>
        <source>luna</source>
        <translation>luna</translation>
    </message>
    <message>
        <source>mela</source>
        <translation>mela</translation>
    </message>
    <message>
        <source>barca</source>
        <translation>barca</translation>
    </message>
    <message>
        <source>palla</source>
        <translation>palla</translation>
    </message>
    <message>
        <source>albero</source>
        <translation>albero</translation>
    </message>
    <message>
        <source>aquilone</source>
        <translation>aquilone</translation>
    </message>
    <message>
        <source>tamburo</source>
        <translation>tamburo</translation>
    </message>
    <message>
        <source>casa</source>
        <translation>casa</translation>
    </message>
</context>
<context>
    <name>SessionLine</name>
    <message>
        <source>Mettiti in lista</source>
        <translation>Mettiti in lista</translation>
    </message>
    <message>
        <source>Iscriviti</source>
        <translation>Iscriviti</translation>
    </message>
    <message>
        <source>è già iniziata</source>
        <translation>è già iniziata</translation>
    </message>
</context>
<context>
    <name>SessionList</name>
    <message>
        <source>Le date</source>
        <translation>Le date</translation>
    </message>
    <message>
        <source>Gli orari</source>
        <translation>Gli orari</translation>
    </message>
</context>
<context>
    <name>SignupFacts</name>
    <message>
        <source>%1 date</source>
        <translation>%1 date</translation>
    </message>
    <message>
        <source>Quando</source>
        <translation>Quando</translation>
    </message>
    <message>
        <source>Dove</source>
        <translation>Dove</translation>
    </message>
</context>
<context>
    <name>SignupLine</name>
    <message>
        <source>%1 date, da %2</source>
        <comment>of a course, the first of them</comment>
        <translation>%1 date, da %2</translation>
    </message>
</context>
<context>
    <name>SignupScreen</name>
    <message>
        <source>Chiudi subito</source>
        <translation>Chiudi subito</translation>
    </message>
    <message>
        <source>Sì, va bene</source>
        <translation>Sì, va bene</translation>
    </message>
    <message>
        <source>Sì, lo voglio</source>
        <translation>Sì, lo voglio</translation>
    </message>
    <message>
        <source>Paga con il voucher</source>
        <translation>Paga con il voucher</translation>
    </message>
    <message>
        <source>No, lo lascio a un altro</source>
        <translation>No, lo lascio a un altro</translation>
    </message>
    <message>
        <source>No, non ora</source>
        <translation>No, non ora</translation>
    </message>
    <message>
        <source>Non vengo più</source>
        <translation>Non vengo più</translation>
    </message>
</context>
<context>
    <name>SignupState</name>
    <message>
        <source>Dimmelo entro %1.</source>
        <comment>day and time</comment>
        <translation>Dimmelo entro %1.</translation>
    </message>
    <message>
        <source>per %1</source>
        <comment>whom</comment>
        <translation>per %1</translation>
    </message>
</context>
<context>
    <name>Signups</name>
    <message>
        <source>c’è il posto</source>
        <translation>c’è il posto</translation>
    </message>
    <message>
        <source>fatto</source>
        <translation>fatto</translation>
    </message>
    <message>
        <source>C’è un posto: lo vuoi?</source>
        <translation>C’è un posto: lo vuoi?</translation>
    </message>
    <message>
        <source>chiesto, non è ancora un posto</source>
        <translation>chiesto, non è ancora un posto</translation>
    </message>
    <message>
        <source>sei in lista</source>
        <translation>sei in lista</translation>
    </message>
    <message>
        <source>aspetta il sì di un adulto</source>
        <translation>aspetta il sì di un adulto</translation>
    </message>
    <message>
        <source>non più</source>
        <translation>non più</translation>
    </message>
</context>
<context>
    <name>StationFacts</name>
    <message>
        <source>Ultimo arrivo del tram</source>
        <translation>Ultimo arrivo del tram</translation>
    </message>
    <message>
        <source>non ancora</source>
        <translation>non ancora</translation>
    </message>
    <message>
        <source>Attività arrivate</source>
        <translation>Attività arrivate</translation>
    </message>
    <message>
        <source>%1 su %2</source>
        <translation>%1 su %2</translation>
    </message>
    <message>
        <source>Il più vecchio da</source>
        <translation>Il più vecchio da</translation>
    </message>
    <message>
        <source>nessuno</source>
        <translation>nessuno</translation>
    </message>
    <message>
        <source>Aspettano il tram</source>
        <translation>Aspettano il tram</translation>
    </message>
    <message>
        <source>Da guardare al banco</source>
        <translation>Da guardare al banco</translation>
    </message>
    <message>
        <source>niente</source>
        <translation>niente</translation>
    </message>
    <message>
        <source>Questo schermo</source>
        <translation>Questo schermo</translation>
    </message>
</context>
<context>
    <name>StationScreen</name>
    <message>
        <source>Dov’è il tram?</source>
        <translation>Dov’è il tram?</translation>
    </message>
</context>
<context>
    <name>TakeAway</name>
    <message>
        <source>Portala con te</source>
        <translation>Portala con te</translation>
    </message>
    <message>
        <source>Inquadra con il telefono: la data va nel calendario.</source>
        <translation>Inquadra con il telefono: la data va nel calendario.</translation>
    </message>
</context>
<context>
    <name>TramTrack</name>
    <message>
        <source>Fatto: %1 %</source>
        <translation>Fatto: %1 %</translation>
    </message>
</context>
<context>
    <name>TroubleScreen</name>
    <message>
        <source>Adesso non riesco.</source>
        <translation>Adesso non riesco.</translation>
    </message>
    <message>
        <source>Chiedi al banco.</source>
        <translation>Chiedi al banco.</translation>
    </message>
</context>
<context>
    <name>Unchecked</name>
    <message>
        <source>Traduzione non ancora controllata: vale l’italiano.</source>
        <translation>Traduzione non ancora controllata: vale l’italiano.</translation>
    </message>
</context>
<context>
    <name>VoucherFact</name>
    <message>
        <source>Voucher</source>
        <translation>Voucher</translation>
    </message>
    <message>
        <source>paga %1</source>
        <comment>the voucher</comment>
        <translation>paga %1</translation>
    </message>
    <message>
        <source>Si può pagare con il voucher</source>
        <translation>Si può pagare con il voucher</translation>
    </message>
    <message>
        <source>Tu non paghi niente.</source>
        <translation>Tu non paghi niente.</translation>
    </message>
    <message>
        <source>Tu paghi %1 per %2.</source>
        <comment>amount, whom</comment>
        <translation>Tu paghi %1 per %2.</translation>
    </message>
    <message>
        <source>Tu paghi %1.</source>
        <translation>Tu paghi %1.</translation>
    </message>
</context>
<context>
    <name>VoucherTile</name>
    <message>
        <source>Questa volta non è arrivato. Al banco cerchiamo insieme.</source>
        <translation>Questa volta non è arrivato. Al banco cerchiamo insieme.</translation>
    </message>
    <message>
        <source>Chiedi al banco.</source>
        <translation>Chiedi al banco.</translation>
    </message>
    <message>
        <source>per tutto il gruppo</source>
        <translation>per tutto il gruppo</translation>
    </message>
    <message>
        <source>per %1</source>
        <comment>whom</comment>
        <translation>per %1</translation>
    </message>
    <message>
        <source>almeno %1</source>
        <comment>what is left</comment>
        <translation>almeno %1</translation>
    </message>
    <message>
        <source>fino a %1</source>
        <comment>last day</comment>
        <translation>fino a %1</translation>
    </message>
    <message>
        <source>usato tutto</source>
        <translation>usato tutto</translation>
    </message>
    <message>
        <source>Scegli che cosa pagare</source>
        <translation>Scegli che cosa pagare</translation>
    </message>
    <message>
        <source>Paga un adulto, con la sua tessera</source>
        <translation>Paga un adulto, con la sua tessera</translation>
    </message>
</context>
<context>
    <name>WaitScreen</name>
    <message>
        <source>Chiedo alla città…</source>
        <translation>Chiedo alla città…</translation>
    </message>
    <message>
        <source>Qui il voucher non basta. Aspetta un momento.</source>
        <translation>Qui il voucher non basta. Aspetta un momento.</translation>
    </message>
    <message>
        <source>Qui non ci sono posti. Aspetta un momento.</source>
        <translation>Qui non ci sono posti. Aspetta un momento.</translation>
    </message>
    <message>
        <source>Non aspetto</source>
        <translation>Non aspetto</translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>Quanti anni hai?</source>
        <translation>Quanti anni hai?</translation>
    </message>
</context>
<context>
    <name>WhomScreen</name>
    <message>
        <source>Per chi?</source>
        <translation>Per chi?</translation>
    </message>
    <message>
        <source>tocca per scegliere</source>
        <translation>tocca per scegliere</translation>
    </message>
</context>
</TS>
