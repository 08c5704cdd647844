// The words about money and places: what a family relies on. Until a mediator has read a language each stands beside its
// Italian, which is what holds. `said` speaks the language of the screen, `italian` the words as they stand here.
pragma Singleton
import QtQuick
import Hub.Style

QtObject {
    readonly property var sentences: ({
            "costs": QT_TRANSLATE_NOOP("Money", "Costa"),
            "before": QT_TRANSLATE_NOOP("Money", "Già pagato"),
            "pays": QT_TRANSLATE_NOOP("Money", "Paga il voucher"),
            "pays_with": QT_TRANSLATE_NOOP("Money", "Paga %1"),
            "you_pay": QT_TRANSLATE_NOOP("Money", "Paghi tu, sul posto"),
            "nothing": QT_TRANSLATE_NOOP("Money", "Tu non paghi niente"),
            "left": QT_TRANSLATE_NOOP("Money", "Nel voucher resta"),
            "left_least": QT_TRANSLATE_NOOP("Money", "Nel voucher resta almeno"),
            "asks": QT_TRANSLATE_NOOP("Money", "Del voucher: %1"),
            "so_far": QT_TRANSLATE_NOOP("Money", "Per ora il voucher paga fin qui."),
            "use": QT_TRANSLATE_NOOP("Money", "Usa %1 del voucher"),
            "paid": QT_TRANSLATE_NOOP("Money", "Il voucher ha pagato %1."),
            "paid_and": QT_TRANSLATE_NOOP("Money", "Il voucher ha pagato %1. Tu paghi %2, sul posto.")
        })

    function italian(key: string, ...amounts): string {
        return filled(sentences[key] ?? "", amounts, ",");
    }
    function said(key: string, ...amounts): string {
        return filled(qsTranslate("Money", sentences[key] ?? ""), amounts, point());
    }
    function filled(sentence: string, amounts: var, point: string): string {
        return amounts.reduce((text, amount) => text.arg(typeof amount === "number" ? written(amount, point) : amount), sentence);
    }
    // "€ 45" and "€ 12,50": read from the left in every language, and never broken.
    function euros(cents: int): string {
        return written(cents, point());
    }
    function point(): string {
        return Qt.locale(Theme.language).decimalPoint === "," ? "," : ".";
    }
    function written(cents: int, point: string): string {
        const whole = Math.floor(cents / 100);
        const number = cents % 100 === 0 ? String(whole) : whole + point + String(cents % 100).padStart(2, "0");
        const amount = "€\u00a0" + number;
        return Theme.rightToLeft ? "\u2066" + amount + "\u2069" : amount;
    }
}
