// The words of the sessions' pages: how places stand, how somebody stands, what was answered.
pragma Singleton
import QtQuick

QtObject {
    function name(person: var): string {
        return person?.name || qsTr("Senza nome");
    }
    function state(of: string): string {
        return ({
                "wished": qsTr("Desiderio"),
                "requested": qsTr("Richiesta"),
                "waiting": qsTr("In attesa"),
                "offered": qsTr("Posto offerto"),
                "confirmed": qsTr("Ha il posto"),
                "cancelled": qsTr("Non viene più"),
                "declined": qsTr("Risposto di no"),
                "attended": qsTr("Presente"),
                "not_come": qsTr("Assente")
            })[of] ?? "";
    }
    function group(of: string): string {
        return ({
                "requested": qsTr("Aspettano una risposta"),
                "offered": qsTr("Posto offerto"),
                "confirmed": qsTr("Hanno il posto"),
                "waiting": qsTr("In attesa, in ordine"),
                "wished": qsTr("Vorrebbero: dice un genitore"),
                "attended": qsTr("Come è andata")
            })[of] ?? "";
    }
    function ink(of: string): color {
        return ({
                "requested": "#8A5A00",
                "offered": "#2356BF",
                "confirmed": "#2356BF",
                "wished": "#653BB8",
                "attended": "#1B7A45"
            })[of] ?? "#585E7A";
    }
    function part(of: string): string {
        return ({
                "all": qsTr("Tutte"),
                "asked": qsTr("Da rispondere"),
                "waiting": qsTr("Con attesa"),
                "free": qsTr("Con posti")
            })[of] ?? "";
    }
    function seats(kind: string, count: int): string {
        return ({
                "taken": count === 1 ? qsTr("1 preso") : qsTr("%1 presi").arg(count),
                "offered": count === 1 ? qsTr("1 offerto") : qsTr("%1 offerti").arg(count),
                "here": count === 1 ? qsTr("1 libero qui") : qsTr("%1 liberi qui").arg(count),
                "elsewhere": count === 1 ? qsTr("1 libero altrove") : qsTr("%1 liberi altrove").arg(count)
            })[kind] ?? "";
    }
    // "12 presi su 20 · 4 liberi qui, 4 altrove".
    function room(places: var): string {
        if (!places)
            return "";
        if ((places.capacity ?? null) === null)
            return places.taken === 0 ? qsTr("senza numero") : qsTr("%1, senza numero").arg(seats("taken", places.taken));
        const free = places.here + places.elsewhere;
        const full = free === 0 ? qsTr("al completo") : places.here === 0 ? qsTr("%1, ma non qui").arg(one(free)) : places.elsewhere === 0 ? one(free) : qsTr("%1, %2 qui").arg(one(free)).arg(places.here);
        return qsTr("%1 su %2 · %3").arg(places.taken + places.offered).arg(places.capacity).arg(full);
    }
    function one(free: int): string {
        return free === 1 ? qsTr("1 libero") : qsTr("%1 liberi").arg(free);
    }
    // A date of a course: how much of it is to come, and the places in all of it; "" of any other.
    function course(session: var): string {
        const course = session?.course ?? null;
        if (course === null)
            return "";
        const left = (course.left ?? null) === null ? qsTr("senza numero") : course.left === 0 ? qsTr("per tutto il corso al completo") : course.left === 1 ? qsTr("1 posto per tutto il corso") : qsTr("%1 posti per tutto il corso").arg(course.left);
        return qsTr("corso di %1 date · %2").arg(course.dates).arg(left);
    }
    function whole(line: var): string {
        return (line?.dates ?? 0) > 1 ? qsTr("tutto il corso, %1 date").arg(line.dates) : "";
    }
    function asked(count: int): string {
        return count === 1 ? qsTr("1 richiesta") : qsTr("%1 richieste").arg(count);
    }
    function wishes(count: int): string {
        return count === 1 ? qsTr("1 desiderio") : qsTr("%1 desideri").arg(count);
    }
    // "martedì 1 dicembre, 15.00–16.30 · Sala blu".
    function when(session: var): string {
        if (!session)
            return "";
        return [qsTr("%1, %2–%3").arg(DeskSay.longDay(session.at.day)).arg(session.at.time).arg(session.ends), session.place].filter(part => part !== "").join(" · ");
    }
    function day(at: var): string {
        const long_ = DeskSay.longDay(at.day);
        return at.dayWord === "today" ? qsTr("Oggi, %1").arg(long_) : at.dayWord === "tomorrow" ? qsTr("Domani, %1").arg(long_) : long_.charAt(0).toUpperCase() + long_.slice(1);
    }
    // The day's name, above the first session of a day; "" else.
    function newDay(session: var, before: var): string {
        return session && session.at.day !== before?.at?.day ? day(session.at) : "";
    }
    // What is known beside the state: since when, until when, in which place of the order.
    function about(line: var): string {
        switch (line?.state) {
        case "offered":
            return line.until ? qsTr("risponde entro %1").arg(DeskSay.by(line.until)) : "";
        case "waiting":
        case "requested":
        case "wished":
            return qsTr("chiesto %1").arg(DeskSay.moment(line.since));
        case "confirmed":
            return line.inside ? qsTr("è dentro") : "";
        }
        return "";
    }
    function deed(of: string, state: string): string {
        switch (of) {
        case "confirm":
            return state === "offered" ? qsTr("Dice di sì") : state === "wished" ? qsTr("Il genitore dice sì") : qsTr("Dai il posto");
        case "decline":
            return state === "wished" ? qsTr("Il genitore dice no") : qsTr("Rispondi di no");
        case "offer":
            return qsTr("Offri il posto libero");
        case "against":
            return qsTr("Oltre i posti…");
        case "move":
            return qsTr("Sposta…");
        case "cancel":
            return state === "waiting" ? qsTr("Non aspetta più") : qsTr("Non viene più");
        case "attended":
            return qsTr("Presente");
        case "not_come":
            return qsTr("Assente");
        }
        return "";
    }
    function key(of: string): string {
        return ({
                "confirm": "C",
                "decline": "R",
                "offer": "O",
                "against": "P",
                "move": "S",
                "cancel": "X",
                "attended": "V",
                "not_come": "A"
            })[of] ?? "";
    }
    function because(of: string): string {
        return ({
                "guardian_asked": qsTr("Lo chiede chi è tutore, e c’è una ragione"),
                "nobody_turned_away": qsTr("Qui non si manda via nessuno"),
                "authority_asked": qsTr("Lo chiedono servizi sociali o un’autorità"),
                "record_wrong": qsTr("Il numero dei posti è sbagliato")
            })[of] ?? "";
    }
    function done(answer: var): string {
        const who = answer.name;
        switch (answer.what) {
        case "confirmed":
            return who ? qsTr("%1 ha il posto.").arg(who) : qsTr("Ha il posto.");
        case "confirmed_against":
            return qsTr("Ha il posto, oltre il numero: resta scritto chi ha deciso e perché.");
        case "requested":
            return qsTr("È una richiesta, non ancora un posto. Si risponde appena si sa.");
        case "waiting":
            return answer.number > 0 ? qsTr("In attesa: è il numero %1.").arg(answer.number) : qsTr("In attesa, in ordine di arrivo.");
        case "wished":
            return qsTr("Il desiderio è scritto. Lo conferma un genitore.");
        case "offered":
            return who ? qsTr("Il posto è offerto a %1.").arg(who) : qsTr("Il posto è offerto.");
        case "declined":
            return qsTr("Risposto di no, con gentilezza.");
        case "cancelled":
            return qsTr("Non viene più: il posto è di nuovo libero.");
        case "called_off":
            return qsTr("Non aspetta più.");
        case "moved":
            return who ? qsTr("%1 ora è in un’altra attività.").arg(who) : qsTr("Ora è in un’altra attività.");
        case "attended":
            return answer.number > 1 ? qsTr("Segnati presenti in %1.").arg(answer.number) : qsTr("Segnata la presenza.");
        case "not_come":
            return qsTr("Segnata l’assenza.");
        case "taken_back":
            return qsTr("Annullato: tutto come prima.");
        }
        return "";
    }
    function no(answer: var): string {
        return ({
                "no_place": qsTr("Qui non c’è un posto libero da dare."),
                "already": qsTr("È già in questa attività."),
                "too_many": qsTr("Per oggi ha già chiesto cinque volte."),
                "cancelled": qsTr("Questa attività è stata annullata."),
                "over": qsTr("È già cominciata."),
                "standing": qsTr("Qui non serve iscriversi: ci si va e basta."),
                "unknown": qsTr("Questa attività, o questa persona, qui non si conosce."),
                "not_the_lead": qsTr("L’ordine di chi aspetta lo tiene la stazione capofila di quell’hub."),
                "not_so": qsTr("Intanto è cambiato, o è presto: guarda di nuovo."),
                "offer_over": qsTr("L’offerta è scaduta: il posto va a chi segue."),
                "elsewhere": qsTr("Il posto l’ha offerto un’altra stazione: si conferma là."),
                "too_late": qsTr("Adesso non si può più annullare."),
                "not_allowed": qsTr("Questo non lo può dire questa persona."),
                "not_enrolled": qsTr("Questa stazione non è ancora della rete."),
                "called_off": qsTr("Non si aspetta più: nessun posto è stato preso."),
                "nobody_inside": qsTr("Nessuno di chi ha il posto risulta dentro."),
                "no_card": qsTr("Questa tessera non è di una famiglia che si conosce qui.")
            })[answer.what] ?? "";
    }
    // What is said before somebody signs up: they may all the same.
    function warn(of: string): string {
        return ({
                "too_young": qsTr("L’attività è per più grandi."),
                "too_old": qsTr("L’attività è per più piccoli."),
                "age_unknown": qsTr("L’attività ha un’età, e di questa persona non si sa."),
                "clash": qsTr("Alla stessa ora ha già un’altra attività.")
            })[of] ?? "";
    }
    function said(answer: var): string {
        return answer.tone === "done" ? DaySay.ours(done(answer)) : no(answer);
    }
}
