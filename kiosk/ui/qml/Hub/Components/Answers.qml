// The words of the answers: short, first person, the same for every no.
pragma Singleton
import QtQuick

QtObject {
    function title(kind: string, name: string, several: bool): string {
        switch (kind) {
        case "welcomed":
            return several ? qsTr("Siete qui!") : name === "" ? qsTr("Ciao!") : qsTr("Ciao %1!").arg(name);
        case "hello":
            return name === "" ? qsTr("Ciao di nuovo!") : qsTr("Ciao di nuovo, %1!").arg(name);
        case "counted":
            return several ? qsTr("Siete qui!") : qsTr("Sei qui!");
        case "left":
            return name === "" ? qsTr("A presto!") : qsTr("A presto, %1!").arg(name);
        case "collect":
            return name === "" ? qsTr("Ciao!") : qsTr("Ciao %1!").arg(name);
        case "paid":
            return qsTr("Pagato!");
        case "signed_up":
            return name === "" ? qsTr("C’è il posto!") : qsTr("C’è il posto per %1!").arg(name);
        case "requested":
            return qsTr("L’ho chiesto.");
        case "waiting":
            return qsTr("Sei in lista.");
        case "wished":
            return qsTr("L’ho messo da parte.");
        case "given_up":
            return qsTr("Va bene!");
        case "ask":
            return qsTr("Adesso non riesco.");
        }
        return qsTr("Leggo…");
    }
    function words(outcome: var): string {
        const people = outcome?.people ?? [];
        const several = people.length + (outcome?.adults ?? 0) > 1;
        switch (outcome?.outcome ?? "") {
        case "welcomed":
            return several ? together(people, outcome.adults) : qsTr("Sei qui.");
        case "hello":
            return several ? qsTr("Siete già qui.") : qsTr("Sei già qui.");
        case "counted":
            return qsTr("Siete in %n. Al banco lo confermano.", "", outcome.number);
        case "left":
            return several ? together(people, 0) : qsTr("Ciao, buon ritorno.");
        case "collect":
            return qsTr("Chi viene a prenderti passa al banco.");
        case "requested":
            return asked(outcome.when ?? null);
        case "waiting":
            return qsTr("Se si libera un posto te lo diciamo.");
        case "wished":
            return qsTr("Adesso un adulto dice sì, con la sua tessera.");
        case "given_up":
            return qsTr("Il posto è di nuovo libero.");
        case "ask":
            return qsTr("Chiedi al banco.");
        }
        return "";
    }
    // "Amina, Youssef e 2 adulti"
    function together(people: var, adults: int): string {
        const all = people.map(one => one.firstName);
        if (adults > 0)
            all.push(qsTr("%n adulti", "", adults));
        const last = all.pop();
        return all.length === 0 ? last : qsTr("%1 e %2", "two names").arg(all.join(qsTr(", ", "between names"))).arg(last);
    }
    function asked(when: var): string {
        return when === null ? qsTr("Non è ancora un posto. Te lo diciamo presto.") : qsTr("Non è ancora un posto. Te lo diciamo entro %1.", "day").arg(Say.day(when.day, when.dayWord));
    }
    // What the hub's hours say, kindly, with the next chance: it refuses nobody.
    function hint(said: var): string {
        if ((said ?? null) === null)
            return "";
        const next = said.next ?? null;
        const when = next === null ? "" : next.dayWord === "today" ? qsTr("alle %1", "at a time of today").arg(next.time) : Say.moment(next);
        switch (said.hint) {
        case "early":
            return next === null ? "" : qsTr("Apriamo %1.", "when").arg(when);
        case "full":
            return next === null ? qsTr("Adesso è pieno. Chiedi al banco.") : qsTr("Adesso è pieno. C’è posto %1.", "when").arg(when);
        }
        return next === null ? qsTr("Adesso è chiuso. Chiedi al banco.") : qsTr("Adesso è chiuso. Apriamo %1.", "when").arg(when);
    }
}
