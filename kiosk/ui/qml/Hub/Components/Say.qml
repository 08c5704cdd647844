// The words for data: how a price, an age, a day, a distance, a pillar is said.
pragma Singleton
import QtQuick
import Hub.Style

QtObject {
    function pillar(key: string): string {
        switch (key) {
        case "social_relations":
            return qsTr("Stare insieme");
        case "physical_activity":
            return qsTr("Muoversi");
        case "healthcare":
            return qsTr("Stare bene");
        case "education_training":
            return qsTr("Imparare");
        case "talents_creativity":
            return qsTr("Creare");
        case "self_determination":
            return qsTr("Scegliere");
        case "common_spaces":
            return qsTr("I nostri posti");
        }
        return "";
    }
    function listing(key: string): string {
        switch (key) {
        case "today":
            return qsTr("Oggi");
        case "week":
            return qsTr("Questa settimana");
        case "near":
            return qsTr("Vicino a qui");
        case "age":
            return qsTr("Per età");
        }
        return qsTr("Tutto");
    }
    function ages(least: var, most: var): string {
        const low = least ?? 0;
        const high = most ?? 99;
        if (low <= 0 && high >= 18)
            return qsTr("per tutti");
        if (high >= 99)
            return qsTr("da %n anni", "", low);
        if (low <= 0)
            return qsTr("fino a %n anni", "", high);
        return low === high ? qsTr("%n anni", "", low) : qsTr("%1–%n anni", "from %1 to %n years of age", high).arg(low);
    }
    function price(cents: var): string {
        if (cents === null || cents === undefined)
            return "";
        if (cents === 0)
            return qsTr("gratis");
        const euros = cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2);
        return qsTr("€ %1").arg(Qt.locale(Theme.language).decimalPoint === "," ? euros.replace(".", ",") : euros);
    }
    function places(key: string): string {
        switch (key) {
        case "some":
            return qsTr("ci sono posti");
        case "few":
            return qsTr("pochi posti");
        case "none":
            return qsTr("posti finiti");
        case "open":
            return qsTr("vieni quando vuoi");
        }
        return "";
    }
    function distance(metres: var): string {
        if (metres === null || metres === undefined)
            return "";
        if (metres < 950)
            return qsTr("a %1 m").arg(Math.max(50, Math.round(metres / 50) * 50)).replace(/ /g, "\u00a0");
        const km = (metres / 1000).toFixed(1);
        return qsTr("a %1 km").arg(Qt.locale(Theme.language).decimalPoint === "," ? km.replace(".", ",") : km).replace(/ /g, "\u00a0");
    }
    function weekday(number: int): string {
        return Qt.locale(Theme.language).dayName(number % 7, Locale.LongFormat);
    }
    function day(iso: string, word: string): string {
        if (word === "today")
            return qsTr("oggi");
        if (word === "tomorrow")
            return qsTr("domani");
        if (word === "yesterday")
            return qsTr("ieri");
        const parts = iso.split("-").map(Number);
        if (parts.length !== 3)
            return "";
        const date = new Date(parts[0], parts[1] - 1, parts[2]);
        const locale = Qt.locale(Theme.language);
        return qsTr("%1 %2 %3", "weekday, day, month").arg(locale.dayName(date.getDay(), Locale.LongFormat)).arg(parts[2]).arg(locale.monthName(parts[1] - 1, Locale.LongFormat));
    }
    function together(text: string): string {
        return text.replace(/(\d) /g, "$1\u00a0"); // a number stays with what it counts
    }
    function tram(state: string, aboard: int): string {
        switch (state) {
        case "leaving":
            return aboard > 0 ? together(qsTr("Il tram parte tra poco: %n messaggi", "", aboard)) : qsTr("Il tram parte tra poco.");
        case "travelling":
            return qsTr("Il tram è in viaggio.");
        case "arrived":
            return qsTr("Il tram è arrivato. Tutto consegnato.");
        case "closed":
            return qsTr("Questo schermo è chiuso.");
        }
        return aboard > 0 ? together(qsTr("Il tram aspetta alla fermata: %n messaggi", "", aboard)) : qsTr("Il tram aspetta alla fermata.");
    }
    function tramShort(state: string, aboard: int): string {
        if (state === "travelling")
            return qsTr("in viaggio");
        if (state === "arrived")
            return qsTr("arrivato");
        if (state === "closed")
            return qsTr("chiuso");
        return aboard > 0 ? qsTr("%n a bordo", "", aboard) : qsTr("alla fermata");
    }
    function moment(at: var): string {
        return qsTr("%1, ore %2", "day, time").replace(" %2", "\u00a0%2").arg(day(at?.day ?? "", at?.dayWord ?? "")).arg(at?.time ?? "");
    }
    function asOf(at: var): string {
        return qsTr("Dati di %1", "day and time").arg(moment(at));
    }
    function messages(count: int): string {
        return qsTr("%n messaggi", "", count);
    }
    function age(waited: var): string {
        if (waited === null || waited === undefined)
            return "";
        if (waited.unit === "days")
            return qsTr("%n giorni", "has waited for", waited.count);
        if (waited.unit === "hours")
            return qsTr("%n ore", "has waited for", waited.count);
        return waited.count > 0 ? qsTr("%n minuti", "has waited for", waited.count) : qsTr("poco", "has waited for");
    }
    // How the station stands, as sentences: the first says how fresh the data are, the others what waits.
    function standing(face: var): var {
        const waiting = face?.waiting ?? 0;
        const needed = face?.needAPerson ?? 0;
        const since = age(face?.oldest ?? null);
        const said = [fresh(face, waiting + needed === 0)];
        if (face?.state === "first_copy" && face.total > 0)
            said.push(qsTr("Arrivate %1 su %2.").arg(face.done).arg(face.total));
        if (waiting > 0)
            said.push(since === "" ? qsTr("%n messaggi aspettano.", "", waiting) : qsTr("%n messaggi aspettano, il più vecchio da %1.", "", waiting).arg(since));
        if (needed > 0)
            said.push(qsTr("%n da guardare al banco.", "messages", needed));
        return said;
    }
    function fresh(face: var, settled: bool): string {
        switch (face?.state ?? "never") {
        case "up_to_date":
            return (settled ? qsTr("Tutto aggiornato, alle %1.") : qsTr("Dati aggiornati, alle %1.")).replace(" %1", "\u00a0%1").arg(face.asOf?.time ?? "");
        case "as_of":
            return asOf(face.asOf) + ".";
        case "first_copy":
            return qsTr("Il tram porta qui le attività.");
        case "revoked":
            return qsTr("Questo schermo è chiuso. Chiedi al banco.").replace(". ", ".\n");
        }
        return qsTr("Il tram non è ancora arrivato.");
    }
    function joined(parts: var): string {
        return parts.filter(part => part !== "").join(" · ");
    }
    function several(children: int, adults: int, educators: int): string {
        const parts = [];
        if (children > 0)
            parts.push(qsTr("%n bambini", "", children));
        if (adults > 0)
            parts.push(qsTr("%n adulti", "", adults));
        if (educators > 0)
            parts.push(qsTr("%n educatori", "", educators));
        return parts.join(qsTr(", ", "between numbers of people"));
    }
    // A line of the list of who is inside: who, and how many where it is not one person.
    function inside(line: var): string {
        switch (line?.sort ?? "") {
        case "group":
            return line.name === "" ? qsTr("Un gruppo") : qsTr("Gruppo di %1").arg(line.name);
        case "counted":
            return qsTr("Senza tessera");
        }
        return (line?.name ?? "") === "" ? qsTr("Senza nome") : line.name;
    }
    // Of when the list is, and when each other station was last heard: "Alle 15.02. Banco: oggi, ore 14.52."
    function heard(face: var): var {
        const others = (face?.stations ?? []).map(one => (one.at ?? null) === null ? qsTr("%1: mai sentito.").arg(one.name) : qsTr("%1: %2.", "a station, when it was heard").arg(one.name).arg(moment(one.at)));
        return [qsTr("Alle %1.", "a time").arg(face?.at?.time ?? "")].concat(others);
    }
}
