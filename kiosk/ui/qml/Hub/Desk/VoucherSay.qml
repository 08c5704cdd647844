// The words of the vouchers' pages: money, why it does not pay, what was answered. Every reason has its own words here.
pragma Singleton
import QtQuick

QtObject {
    // "€ 12,50", "€ 60".
    function euro(cents: int): string {
        const whole = Math.floor(Math.abs(cents) / 100);
        const rest = Math.abs(cents) % 100;
        const text = String(whole).replace(/\B(?=(\d{3})+$)/g, ".") + (rest ? "," + String(rest).padStart(2, "0") : "");
        return (cents < 0 ? "–" : "") + "€ " + text;
    }
    // What was typed, in cents; -1 for what is no amount.
    function cents(text: string): int {
        const read = /^\s*€?\s*(\d{1,6})(?:[.,](\d{1,2}))?\s*$/.exec(text);
        return read ? Number(read[1]) * 100 + Number((read[2] ?? "").padEnd(2, "0") || 0) : -1;
    }
    function typed(cents: int): string {
        return euro(cents).replace("€ ", "").replace(".", "");
    }
    function stands(of: string): string {
        return ({
                "good": qsTr("Si può usare"),
                "not_yet": qsTr("Non ancora"),
                "used": qsTr("Finito"),
                "expired": qsTr("Scaduto"),
                "suspended": qsTr("Sospeso"),
                "module_off": qsTr("Programma chiuso")
            })[of] ?? "";
    }
    function left(voucher: var): string {
        if ((voucher?.worth ?? 0) === 0) // of one from elsewhere nobody here knows what it once held
            return (voucher?.stands !== "good" ? "%1" : voucher.sure ? qsTr("Resta %1") : qsTr("Resta almeno %1")).arg(euro(voucher?.left ?? 0));
        const words = voucher?.stands !== "good" ? qsTr("%1 di %2") : voucher.sure ? qsTr("Resta %1 di %2") : qsTr("Resta almeno %1 di %2");
        return words.arg(euro(voucher?.left ?? 0)).arg(euro(voucher?.worth ?? 0));
    }
    function until(voucher: var): string {
        if (!voucher)
            return "";
        return voucher.stands === "not_yet" ? qsTr("dal %1").arg(FamilySay.day(voucher.starts)) : voucher.stands === "expired" ? qsTr("scaduto il %1").arg(FamilySay.day(voucher.until)) : qsTr("fino al %1, compreso").arg(FamilySay.day(voucher.until));
    }
    function title(line: var): string {
        return line?.title || qsTr("Attività riservata");
    }
    // Why it would not be paid, precisely: for the worker's eyes.
    function why(of: string, limit: int): string {
        return ({
                "module_off": qsTr("Il programma dei voucher è chiuso. I vecchi si leggono ancora."),
                "unknown": qsTr("Questo voucher non è di questa famiglia, o qui non si conosce."),
                "suspended": qsTr("Questo voucher è sospeso dalla città."),
                "not_yet": qsTr("Questo voucher non vale ancora."),
                "expired": qsTr("Questo voucher è scaduto."),
                "used": qsTr("In questo voucher non resta più niente."),
                "not_for_child": qsTr("Questo voucher non è per questa persona."),
                "wrong_category": qsTr("Il programma non paga attività di questo tipo."),
                "wrong_activity": qsTr("Il programma non paga questa attività."),
                "provider_not_active": qsTr("Chi offre l’attività non è in questo programma."),
                "no_price": qsTr("Di questa attività non si sa il prezzo."),
                "above_price": limit > 0 ? qsTr("Di questo prezzo restano da pagare %1: mai di più.").arg(euro(limit)) : qsTr("È più di quanto costa l’attività."),
                "above_left": limit > 0 ? qsTr("Nel voucher resta meno: %1.").arg(euro(limit)) : qsTr("Nel voucher resta meno di così."),
                "above_limit": limit > 0 ? qsTr("In una volta si usano al massimo %1.").arg(euro(limit)) : qsTr("È più di quanto si può usare in una volta."),
                "above_day": limit > 0 ? qsTr("Oggi si possono usare ancora %1.").arg(euro(limit)) : qsTr("Per oggi questo voucher è già stato usato fino al limite."),
                "frozen": qsTr("Questa stazione è ferma: di questo disco si è vista una copia. Usane un’altra."),
                "no_time": qsTr("L’orologio di questa stazione non è sicuro: prima deve sentire la città."),
                "lease_over": qsTr("Da troppi giorni questa stazione non sente la città."),
                "no_allotment": limit > 0 ? qsTr("Senza rete questa stazione può dare %1. Il resto si chiede alla città.").arg(euro(limit)) : qsTr("Questa stazione non può darlo senza chiedere alla città."),
                "held_elsewhere": qsTr("La città adesso non ne ha abbastanza: il resto è presso altre stazioni."),
                "too_young": qsTr("Sotto i 14 anni paga un adulto, o lo fai tu con la famiglia.")
            })[of] ?? "";
    }
    // In a sentence of ours: by Latin letters where they are known.
    function read(person: var): string {
        return DaySay.read(person) || qsTr("Senza nome");
    }
    function along(parts: var): string {
        return DaySay.ours(parts.filter(part => part !== "").join(" · "));
    }
    function stopped(of: string): string {
        return of === "" ? "" : why(of, 0);
    }
    function because(of: string): string {
        return ({
                "mistake": qsTr("È stato uno sbaglio"),
                "wrong_amount": qsTr("L’importo era un altro"),
                "cancelled": qsTr("L’attività è stata annullata"),
                "changed_mind": qsTr("La famiglia ci ha ripensato"),
                "not_provided": qsTr("L’attività non è stata come promesso")
            })[of] ?? "";
    }
    function fund(of: string): string {
        return ({
                "state": qsTr("Fondo statale"),
                "city": qsTr("Fondo della città"),
                "purse": qsTr("Riserva della stazione")
            })[of] ?? qsTr("Fondo %1").arg(of);
    }
    function means(of: string): string {
        return of === "purse" ? qsTr("in anticipo") : of === "online" ? qsTr("in rete") : "";
    }
    function settled(of: string): string {
        return ({
                "waiting": qsTr("in viaggio"),
                "collected": qsTr("raccolto"),
                "confirmed": qsTr("confermato"),
                "paid": qsTr("pagato")
            })[of] ?? "";
    }
    function ink(settled: string): color {
        return ({
                "waiting": "#585E7A",
                "collected": "#8A5A00",
                "confirmed": "#2356BF",
                "paid": "#1B7A45"
            })[settled] ?? "#585E7A";
    }
    function month(period: string): string {
        const parts = period.split("-").map(Number);
        return parts.length === 2 ? qsTr("%1 %2").arg(DeskSay.locale.monthName(parts[1] - 1, Locale.LongFormat)).arg(parts[0]) : "";
    }
    function when(activity: var): string {
        return activity?.at ? DeskSay.by(activity.at) : "";
    }
    function price(activity: var): string {
        return (activity?.price ?? null) === null ? qsTr("prezzo non noto") : activity.price === 0 ? qsTr("gratis") : euro(activity.price);
    }
    function done(answer: var): string {
        switch (answer.what) {
        case "paid":
            return qsTr("Pagato: %1.").arg(euro(answer.number));
        case "reversed":
            return qsTr("Annullato: %1 tornano nel voucher.").arg(euro(answer.number));
        case "saved":
            return qsTr("Salvato in %1").arg(answer.name);
        case "genuine":
            return qsTr("Questa ricevuta è vera.");
        }
        return "";
    }
    function no(answer: var): string {
        return ({
                "needs_second": qsTr("Sopra %1 serve un’altra persona, o le figure della famiglia.").arg(euro(answer.number)),
                "same_person": qsTr("Serve un’altra persona: questa sei tu."),
                "second_pin": qsTr("Il PIN non è questo. Riprova."),
                "second_wait": qsTr("Aspetta %1 secondi e riprova.").arg(answer.number),
                "second_card": qsTr("Con questa tessera non si può confermare."),
                "second_no": qsTr("Il ruolo di questa persona non lo permette."),
                "wrong_pictures": answer.number > 0 ? qsTr("Le figure non sono queste. Tentativi rimasti oggi: %1.").arg(answer.number) : qsTr("Per oggi basta tentativi: si può fare in due."),
                "no_secret": qsTr("Per questa tessera non ci sono figure: si possono scegliere da Famiglie."),
                "not_there": qsTr("Questa spesa qui non si conosce."),
                "reversed_before": qsTr("Era già stata annullata."),
                "too_late": qsTr("Questa spesa è già stata pagata a chi offre l’attività."),
                "elsewhere": qsTr("È stata fatta a un’altra stazione: si annulla là, o in città."),
                "no_card": qsTr("Questa non è una tessera per le famiglie."),
                "not_a_receipt": qsTr("Questo codice non è una ricevuta."),
                "no_room": qsTr("Adesso il file non si può scrivere."),
                "nothing_to_print": qsTr("Di questo periodo non c’è niente."),
                "unanswered": qsTr("La città non risponde: non è stato scalato niente. Riprova, o usa meno."),
                "called_off": qsTr("Non si aspetta più: non è stato scalato niente."),
                "not_now": qsTr("Adesso non si può registrare. Segna su carta e riprova.")
            })[answer.what] ?? (why(answer.what, answer.number) || "");
    }
    function said(answer: var): string {
        return DaySay.ours(done(answer)) || no(answer);
    }
}
