// What the station's pages answer.
pragma Singleton
import QtQml

QtObject {
    function said(answer: var): string {
        switch (answer?.what ?? "") {
        case "told":
            return qsTr("Adesso la stazione sa che ore sono. I voucher vanno avanti.");
        case "known":
            return qsTr("L’ora è già quella della città.");
        case "old":
            return qsTr("Questo codice è di prima: ricarica la pagina sul telefono e mostralo di nuovo.");
        case "back":
            return qsTr("L’ora può solo andare avanti, di tre mesi al massimo. Controlla giorno e anno.");
        case "no_time":
            return qsTr("Scrivi il giorno così: 5.12.2026, e l’ora così: 9.05.");
        }
        return "";
    }
}
