// The desk's words for what every page shares. Italian: workers' language; families' languages are the touch face's.
pragma Singleton
import QtQuick

QtObject {
    readonly property var locale: Qt.locale("it")

    function section(key: string): string {
        switch (key) {
        case "today":
            return qsTr("Oggi");
        case "inside":
            return qsTr("Chi è dentro");
        case "families":
            return qsTr("Famiglie");
        case "calendar":
            return qsTr("Calendario");
        case "sessions":
            return qsTr("Attività");
        case "vouchers":
            return qsTr("Voucher");
        case "needs":
            return qsTr("Serve una persona");
        case "station":
            return qsTr("Stazione");
        }
        return "";
    }
    function day(at: var): string {
        if (at?.dayWord === "today")
            return qsTr("oggi");
        if (at?.dayWord === "yesterday")
            return qsTr("ieri");
        const parts = (at?.day ?? "").split("-").map(Number);
        return parts.length === 3 ? qsTr("%1 %2").arg(parts[2]).arg(locale.monthName(parts[1] - 1, Locale.LongFormat)) : "";
    }
    function longDay(iso: string): string {
        const parts = iso.split("-").map(Number);
        if (parts.length !== 3)
            return "";
        const date = new Date(parts[0], parts[1] - 1, parts[2]);
        return qsTr("%1 %2 %3").arg(locale.dayName(date.getDay(), Locale.LongFormat)).arg(parts[2]).arg(locale.monthName(parts[1] - 1, Locale.LongFormat));
    }
    function moment(at: var): string {
        return at?.dayWord === "today" ? qsTr("alle %1").arg(at.time) : qsTr("%1, %2").arg(day(at)).arg(at?.time ?? "");
    }
    // Inside a sentence, where "alle" would not stand: "oggi, 18.05", "3 dicembre, 18.00".
    function by(at: var): string {
        return at?.time ? qsTr("%1, %2").arg(at.dayWord === "tomorrow" ? qsTr("domani") : day(at)).arg(at.time) : day(at);
    }
    function age(waited: var): string {
        if (!waited)
            return "";
        if (waited.unit === "days")
            return waited.count === 1 ? qsTr("un giorno") : qsTr("%1 giorni").arg(waited.count);
        if (waited.unit === "hours")
            return waited.count === 1 ? qsTr("un’ora") : qsTr("%1 ore").arg(waited.count);
        return waited.count > 0 ? qsTr("%1 min").arg(waited.count) : qsTr("poco");
    }
    function fresh(stands: var): string {
        switch (stands?.state ?? "never") {
        case "up_to_date":
            return qsTr("Aggiornato %1").arg(moment(stands.asOf));
        case "as_of":
            return qsTr("Dati di %1").arg(moment(stands.asOf).replace("alle", qsTr("oggi alle")));
        case "first_copy":
            return qsTr("La prima copia è in arrivo");
        case "revoked":
            return qsTr("Stazione chiusa dalla città");
        }
        return qsTr("Mai sincronizzato");
    }
    // Two lines beside the tram: what waits, then how fresh what is shown is.
    function standing(frame: var): var {
        const aboard = frame?.tram?.aboard ?? 0;
        const since = age(frame?.stands?.oldest);
        const waits = aboard === 0 ? "" : since !== "" ? qsTr("%1 in attesa, la più vecchia da %2").arg(aboard).arg(since) : qsTr("%1 in attesa").arg(aboard);
        const moving = frame?.tram?.state === "travelling" ? qsTr("In viaggio…") : "";
        return [moving || waits, fresh(frame?.stands)].filter(line => line !== "");
    }
    function said(answer: var): string {
        switch (answer?.what ?? "") {
        case "not_now":
            return qsTr("Adesso non si può registrare. Segna su carta e riprova.");
        case "not_allowed":
            return qsTr("Il tuo ruolo non lo permette.");
        case "printed":
            return qsTr("Stampato.");
        case "printer_no_printer":
            return qsTr("Qui non c’è una stampante. Si può mostrare sullo schermo.");
        case "printer_empty":
            return qsTr("La stampante non ha più carta.");
        case "printer_offline":
            return qsTr("La stampante è spenta o scollegata.");
        case "printer_busy":
            return qsTr("La stampante sta finendo un altro foglio.");
        case "printer_not_allowed":
            return qsTr("A questa stazione la stampante non è concessa.");
        case "printer_stopped":
        case "printer_no_answer":
        case "printer_broken":
            return qsTr("Non è stato stampato. Riprova tra poco.");
        case "nothing":
            return qsTr("Qui questa tessera non serve.");
        }
        return answer?.tone === "done" ? qsTr("Fatto.") : qsTr("Non si può fare.");
    }
}
