// The words of the day's pages: who somebody is, how they stand, what was answered.
pragma Singleton
import QtQuick

QtObject {
    function closure(why: string): string {
        return ({
                "holiday": qsTr("festa"),
                "break": qsTr("pausa"),
                "staff": qsTr("chi lavora qui non c’è"),
                "strike": qsTr("sciopero"),
                "works": qsTr("lavori"),
                "event": qsTr("le sale sono prese"),
                "weather": qsTr("maltempo")
            })[why] ?? "";
    }
    // "Aperto 9.30–12.30 e 14.00–18.00 · turno 15.00: 14 posti liberi su 20".
    function opening(face: var): string {
        if (!face)
            return "";
        const hours = face.hours.map(one => one.begins + "–" + one.ends);
        const open = [hours.length > 0 ? qsTr("Aperto %1").arg(list(hours)) : "", face.turns.length > 1 ? qsTr("Turni %1").arg(list(face.turns)) : ""].filter(part => part !== "");
        const first = open.length > 0 ? open.join(" · ") : face.turns.length > 0 ? "" : qsTr("Oggi chiuso");
        return [first, turn(face.turn), closure(face.why)].filter(part => part !== "").join(" · ");
    }
    function turn(of: var): string {
        if (!of)
            return "";
        if (of.free === null)
            return qsTr("turno %1: %2 posti").arg(of.begins).arg(of.places);
        return of.free > 0 ? qsTr("turno %1: liberi %2 posti su %3").arg(of.begins).arg(of.free).arg(of.places) : qsTr("turno %1: al completo").arg(of.begins);
    }
    function state(of: string): string {
        return ({
                "all": qsTr("Tutti"),
                "arrived": qsTr("Arrivo"),
                "present": qsTr("Presente"),
                "expected": qsTr("Attesa"),
                "left": qsTr("Uscita")
            })[of] ?? "";
    }
    function states(of: string): string {
        return ({
                "all": qsTr("Tutti"),
                "arrived": qsTr("Da vedere"),
                "present": qsTr("Presenti"),
                "expected": qsTr("Attesi"),
                "left": qsTr("Usciti")
            })[of] ?? "";
    }
    function ink(of: string): color {
        return ({
                "arrived": "#8A5A00",
                "present": "#1B7A45"
            })[of] ?? "#585E7A";
    }
    function band(name: string): string {
        return name === "" ? qsTr("età non detta") : qsTr("%1 anni").arg(name.replace("-", "–"));
    }
    function years(person: var): string {
        if ((person?.years ?? null) !== null)
            return person.years === 1 ? qsTr("1 anno") : qsTr("%1 anni").arg(person.years);
        return person?.band ? band(person.band) : "";
    }
    // Of one person: how old, or what they are.
    function age(row: var): string {
        if (row?.who === "adult")
            return qsTr("adulto");
        if (row?.who === "educator")
            return qsTr("educatore");
        return years(row);
    }
    function several(count: int, one: string, many: string): string {
        return count === 1 ? one : many.arg(count);
    }
    // Of several: how many of each.
    function numbers(row: var): string {
        const children = (row?.children ?? []).map(each => qsTr("%1 di %2").arg(several(each.count, qsTr("1 bambino"), qsTr("%1 bambini"))).arg(band(each.band)));
        const adults = row?.adults ? [several(row.adults, qsTr("1 adulto"), qsTr("%1 adulti"))] : [];
        const educators = row?.educators ? [several(row.educators, qsTr("1 educatore"), qsTr("%1 educatori"))] : [];
        return [...children, ...adults, ...educators].join(", ");
    }
    function people(row: var): int {
        const children = (row?.children ?? []).reduce((sum, each) => sum + each.count, 0);
        return children + (row?.adults ?? 0) + (row?.educators ?? 0);
    }
    function name(row: var): string {
        if (row?.kind === "group" && row.state === "expected" && row.name)
            return row.name; // somebody, and those who come along
        switch (row?.kind) {
        case "group":
            return row.name ? qsTr("Gruppo di %1").arg(row.name) : qsTr("Gruppo");
        case "counted":
            return several(people(row), qsTr("1 persona senza nome"), qsTr("%1 persone senza nome"));
        }
        return row?.name || qsTr("Tessera senza nome");
    }
    function picture(row: var): string {
        return ({
                "group": "people-group",
                "counted": "people-counted",
                "guest": "people-guest"
            })[row?.kind] ?? "creature-" + (row?.creature || "unknown");
    }
    // A sentence of ours reads from the left, even where it begins with a name that does not.
    function ours(text: string): string {
        return /[\u0590-\u08FF]/.test(text) ? "\u200E" + text : text;
    }
    // Read at a glance, inside a sentence: in Latin letters where they are known.
    function read(person: var): string {
        return person?.latin || person?.name || "";
    }
    function along(row: var): string {
        if (row?.state === "left" && row.adult)
            return qsTr("con %1").arg(row.adult);
        if (row?.state === "left")
            return how(row.how);
        const names = [...(row?.others ?? [])];
        if (row?.unnamed)
            names.push(several(row.unnamed, qsTr("1 adulto"), qsTr("%1 adulti")));
        return ours(list(names));
    }
    function how(of: string): string {
        return ({
                "with_adult": qsTr("con un adulto"),
                "alone": qsTr("senza adulti"),
                "on_their_own": qsTr("per conto suo"),
                "group": qsTr("tutti insieme"),
                "closed_at_night": qsTr("chiusa di notte")
            })[of] ?? "";
    }
    function list(names: var): string {
        if (names.length < 2)
            return names.join("");
        return qsTr("%1 e %2").arg(names.slice(0, -1).join(", ")).arg(names[names.length - 1]);
    }
    function standing(of: string): string {
        return ({
                "guardian": qsTr("Genitore o tutore"),
                "may_collect": qsTr("Con delega al ritiro"),
                "nobody": qsTr("Nessuna delega"),
                "must_not_collect": qsTr("Non deve ritirare")
            })[of] ?? "";
    }
    function because(of: string): string {
        return ({
                "guardian_asked": qsTr("Lo chiede chi è tutore, di persona o al telefono"),
                "paper_seen": qsTr("Ho visto un atto del tribunale o di un’autorità"),
                "authority_asked": qsTr("Lo chiedono polizia, servizi sociali o ambulanza"),
                "record_wrong": qsTr("La scheda della famiglia è sbagliata")
            })[of] ?? "";
    }
    function why(of: string): string {
        return ({
                "mistake": qsTr("Premuto per sbaglio"),
                "wrong_person": qsTr("Era un’altra persona"),
                "counted_twice": qsTr("Contato due volte"),
                "still_here": qsTr("È ancora qui")
            })[of] ?? "";
    }
    function done(answer: var): string {
        const who = answer.name;
        switch (answer.what) {
        case "arrived":
            if (!who)
                return several(answer.number, qsTr("È dentro."), qsTr("Sono dentro in %1."));
            return answer.number === 1 ? qsTr("%1: è dentro.").arg(who) : qsTr("Dentro in %1: %2 e gli altri.").arg(answer.number).arg(who);
        case "counted":
            return several(answer.number, qsTr("Contata 1 persona."), qsTr("Contate %1 persone."));
        case "group":
            return several(answer.number, qsTr("Gruppo dentro: 1 persona."), qsTr("Gruppo dentro: %1 persone."));
        case "seen":
            return qsTr("Visto: è presente.");
        case "gone":
            if (!who)
                return several(answer.number, qsTr("Uscita registrata."), qsTr("%1 uscite registrate."));
            return answer.number === 1 ? qsTr("%1: uscita registrata.").arg(who) : qsTr("%1 uscite registrate: %2 e gli altri.").arg(answer.number).arg(who);
        case "gone_against":
            return qsTr("Uscita contro la regola: resta scritto chi ha deciso e perché.");
        case "taken_back":
            return qsTr("Annullato: tutto come prima.");
        }
        return "";
    }
    // What the hub's hours say beside an arrival: it refuses nobody.
    function hint(of: var): string {
        if (!of)
            return "";
        const next = of.next ? CalendarSay.chance(of.next) : "";
        switch (of.hint) {
        case "early":
            return qsTr("Presto: si apre %1.").arg(next);
        case "full":
            return next ? qsTr("Il turno è al completo: c’è posto %1.").arg(next) : qsTr("Il turno è al completo.");
        }
        return next ? qsTr("Adesso è chiuso: si apre %1.").arg(next) : qsTr("Adesso è chiuso.");
    }
    function no(answer: var): string {
        return ({
                "all_here": qsTr("Sono già dentro: nessuno contato due volte."),
                "no_rule": qsTr("Può uscire senza bisogno di decidere altro."),
                "not_a_code": qsTr("Questo codice non è una tessera dell’hub."),
                "wrong_kind": qsTr("Questa non è la tessera di una famiglia."),
                "expired": qsTr("Questa tessera è scaduta: danne una nuova da Famiglie."),
                "revoked": qsTr("Questa tessera è stata spenta: danne una nuova da Famiglie."),
                "replaced": qsTr("C’è una tessera più nuova. Questa non vale più."),
                "unbound": qsTr("Questa tessera è ancora di nessuno: assegnala da Famiglie."),
                "not_this_cards": qsTr("Scegli solo persone di questa famiglia."),
                "nobody": qsTr("Scrivi almeno una persona."),
                "not_here": qsTr("Non è più qui: guarda il registro.")
            })[answer.what] ?? "";
    }
    function said(answer: var): string {
        return ours([done(answer), hint(answer.hint)].filter(part => part !== "").join(" ")) || no(answer);
    }
}
