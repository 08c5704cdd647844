// The words of the calendar: a day, an opening and how full it is, why a day differs, what was answered.
pragma Singleton
import QtQuick

QtObject {
    function closure(why: string): string {
        return ({
                "holiday": qsTr("Festa"),
                "break": qsTr("Pausa"),
                "staff": qsTr("Chi lavora qui non c’è"),
                "strike": qsTr("Sciopero"),
                "works": qsTr("Lavori"),
                "event": qsTr("Evento nelle sale"),
                "weather": qsTr("Maltempo"),
                "other": qsTr("Altro motivo")
            })[why] ?? "";
    }
    // The letter that chooses it.
    function key(why: string): string {
        return ({
                "holiday": "F",
                "break": "P",
                "staff": "C",
                "strike": "S",
                "works": "L",
                "event": "E",
                "weather": "M",
                "other": "A"
            })[why] ?? "";
    }
    function date(iso: string): var {
        const parts = iso.split("-").map(Number);
        return parts.length === 3 ? new Date(parts[0], parts[1] - 1, parts[2]) : null;
    }
    function weekday(iso: string): string {
        const on = date(iso);
        return on ? DeskSay.locale.dayName(on.getDay(), Locale.LongFormat) : "";
    }
    function month(iso: string): string {
        const on = date(iso);
        return on ? DeskSay.locale.monthName(on.getMonth(), Locale.LongFormat) : "";
    }
    function number(iso: string): string {
        const on = date(iso);
        return on ? String(on.getDate()) : "";
    }
    // "30 novembre – 6 dicembre", "7 – 13 dicembre".
    function week(first: string, last: string): string {
        const from = month(first) === month(last) ? number(first) : qsTr("%1 %2").arg(number(first)).arg(month(first));
        return qsTr("%1 – %2 %3").arg(from).arg(number(last)).arg(month(last));
    }
    function every(iso: string): string {
        return date(iso)?.getDay() === 0 ? qsTr("Ogni domenica") : qsTr("Ogni %1").arg(weekday(iso));
    }
    function capital(text: string): string {
        return text.charAt(0).toUpperCase() + text.slice(1);
    }
    function times(of: var): string {
        return of ? of.begins + "–" + of.ends : "";
    }
    function people(count: int): string {
        return DaySay.several(count, qsTr("1 persona"), qsTr("%1 persone"));
    }
    // How full an opening is, in words.
    function room(of: var): string {
        if (!of)
            return "";
        if ((of.places ?? null) === null)
            return of.taken > 0 ? DaySay.several(of.taken, qsTr("1 atteso"), qsTr("%1 attesi")) : qsTr("senza turno");
        if ((of.taken ?? null) === null)
            return DaySay.several(of.places, qsTr("1 posto"), qsTr("%1 posti"));
        if (of.free === 0)
            return of.taken > of.places ? qsTr("al completo, %1 in più").arg(of.taken - of.places) : qsTr("al completo");
        return of.free === 1 ? qsTr("1 libero su %1").arg(of.places) : qsTr("%1 liberi su %2").arg(of.free).arg(of.places);
    }
    function opening(head: var): string {
        if (!head?.slot)
            return qsTr("Ore %1").arg(head?.at?.time ?? "");
        return ((head.slot.places ?? null) === null ? qsTr("Apertura %1") : qsTr("Turno %1")).arg(times(head.slot));
    }
    // "Turno 10.00–11.15, martedì 1 dicembre".
    function turn(head: var): string {
        return qsTr("%1, %2").arg(opening(head)).arg(DeskSay.longDay(head?.day ?? ""));
    }
    function chance(at: var): string {
        if (!at)
            return "";
        const day = ({
                "today": qsTr("oggi"),
                "tomorrow": qsTr("domani")
            })[at.dayWord] ?? DeskSay.longDay(at.day);
        return qsTr("%1 alle %2").arg(day).arg(at.time);
    }
    // Why this desk shows the calendar and does not change it.
    function lead(of: var): string {
        if (!of || of.edits)
            return "";
        if (of.here)
            return qsTr("Il calendario lo cambia chi coordina lo spazio.");
        if (of.station === "")
            return qsTr("Posti e orari si danno alla stazione che guida lo spazio. La città non ha ancora detto qual è.");
        return qsTr("Posti e orari si danno alla stazione «%1». Qui si guardano.").arg(of.station);
    }
    function because(of: string): string {
        return of === "nobody_turned_away" ? qsTr("Non si manda via nessuno") : DaySay.because(of);
    }
    function waiting(count: int): string {
        return count > 0 ? " " + DaySay.several(count, qsTr("1 persona aspetta un turno che non c’è più: parlale."), qsTr("%1 persone aspettano un turno che non c’è più: parla con loro.")) : "";
    }
    function given(answer: var): string {
        if (!answer.name)
            return DaySay.several(answer.number, qsTr("1 persona ha il posto."), qsTr("%1 persone hanno il posto."));
        return answer.number === 1 ? qsTr("%1: ha il posto.").arg(answer.name) : qsTr("%1 posti dati: %2 e gli altri.").arg(answer.number).arg(answer.name);
    }
    function off(answer: var): string {
        if (!answer.name)
            return DaySay.several(answer.number, qsTr("1 posto è di nuovo libero."), qsTr("%1 posti sono di nuovo liberi."));
        return answer.number === 1 ? qsTr("%1: tolto dal turno.").arg(answer.name) : qsTr("%1 tolti dal turno: %2 e gli altri.").arg(answer.number).arg(answer.name);
    }
    function done(answer: var): string {
        switch (answer.what) {
        case "closed":
            return qsTr("Giorno chiuso.") + waiting(answer.number);
        case "hours":
            return qsTr("Orari del giorno cambiati.") + waiting(answer.number);
        case "every":
            return qsTr("Orari di ogni settimana cambiati.") + waiting(answer.number);
        case "weekly":
            return qsTr("Il giorno è come ogni settimana.") + waiting(answer.number);
        case "edit_taken_back":
            return qsTr("Annullato: il calendario è come prima.");
        case "given":
            return given(answer);
        case "given_against":
            return qsTr("Posto dato oltre il numero: resta scritto chi ha deciso e perché.");
        case "off":
            return off(answer);
        case "given_back":
            return qsTr("Annullato: il posto è di nuovo libero.");
        }
        return "";
    }
    function no(answer: var): string {
        switch (answer.what) {
        case "time":
            return qsTr("Riga %1: scrivi gli orari così, 9.30.").arg(answer.number);
        case "same_time":
            return qsTr("Riga %1: apre e chiude alla stessa ora.").arg(answer.number);
        case "places":
            return qsTr("Riga %1: i posti sono un numero, o niente.").arg(answer.number);
        case "twice":
            return qsTr("Riga %1: un altro turno comincia alla stessa ora.").arg(answer.number);
        case "no_hours":
            return qsTr("Scrivi almeno un orario, o scegli «Chiuso».");
        case "not_fit":
            return qsTr("Questo giorno è passato: resta com’era.");
        case "same":
            return qsTr("È già così: niente da cambiare.");
        case "changed_since":
            return qsTr("Intanto qualcuno l’ha cambiato ancora: guarda il calendario.");
        case "ask_the_lead":
            return answer.name ? qsTr("Si fa alla stazione «%1».").arg(answer.name) : qsTr("Si fa alla stazione che guida lo spazio.");
        case "already_in":
            return qsTr("Hanno già il posto in questo turno.");
        case "has_place":
            return qsTr("Intanto si è liberato un posto: si può dare.");
        case "no_such_turn":
            return qsTr("Questo turno è finito, o non c’è più. Scegline un altro.");
        case "not_expected":
            return qsTr("Non è più atteso: guarda l’elenco.");
        case "not_known":
            return qsTr("Di questa tessera qui non si conosce la famiglia.");
        case "turn_first":
            return qsTr("Scegli prima un turno, poi passa la tessera.");
        }
        return "";
    }
    function said(answer: var): string {
        return DaySay.ours(done(answer)) || no(answer) || DaySay.said(answer);
    }
}
