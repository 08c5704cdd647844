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
        const parts = iso.split("-").map(Number);
        if (parts.length !== 3)
            return "";
        const date = new Date(parts[0], parts[1] - 1, parts[2]);
        const locale = Qt.locale(Theme.language);
        return qsTr("%1 %2 %3", "weekday, day, month").arg(locale.dayName(date.getDay(), Locale.LongFormat)).arg(parts[2]).arg(locale.monthName(parts[1] - 1, Locale.LongFormat));
    }
    function tram(state: string, aboard: int): string {
        switch (state) {
        case "leaving":
            return aboard > 0 ? qsTr("Il tram parte tra poco: %n messaggi a bordo", "", aboard) : qsTr("Il tram parte tra poco.");
        case "travelling":
            return qsTr("Il tram è in viaggio.");
        case "arrived":
            return qsTr("Il tram è arrivato. Tutto consegnato.");
        }
        return aboard > 0 ? qsTr("Il tram aspetta alla fermata: %n messaggi a bordo", "", aboard) : qsTr("Il tram aspetta alla fermata.");
    }
    function tramShort(state: string, aboard: int): string {
        if (state === "travelling")
            return qsTr("in viaggio");
        if (state === "arrived")
            return qsTr("arrivato");
        return aboard > 0 ? qsTr("%n a bordo", "", aboard) : qsTr("alla fermata");
    }
    function joined(parts: var): string {
        return parts.filter(part => part !== "").join(" · ");
    }
}
