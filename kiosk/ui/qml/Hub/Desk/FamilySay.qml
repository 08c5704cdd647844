// The words of the desk's families: ages, roles, what an adult is to a child, answers. Italian, kind and short.
pragma Singleton
import QtQuick

QtObject {
    readonly property var languages: ["it", "en", "ar", "zh", "es", "fil", "si", "ro", "uk", "bn", "ur", "sq", "fr"]

    readonly property var bases: ["", "birth", "adoption", "foster care", "court order", "social services", "delegation"]
    readonly property var creatures: ["fox", "cat", "bear", "dino", "fish", "bird", "rabbit", "owl"]

    function name(who: var): string {
        return [who?.given ?? "", who?.family ?? ""].filter(part => part !== "").join(" ");
    }
    function age(who: var): string {
        const years = who?.age ?? -1;
        if (years < 0)
            return who?.band ? qsTr("%1 anni").arg(who.band.replace("-", "–")) : "";
        return years === 0 ? qsTr("meno di un anno") : years === 1 ? qsTr("un anno") : qsTr("%1 anni").arg(years);
    }
    function role(role: string): string {
        return ({
                "adult": qsTr("adulto"),
                "foster_parent": qsTr("affidatario"),
                "case_worker": qsTr("servizi sociali")
            })[role] ?? qsTr("minore");
    }
    // "7 anni", "adulto": what is known of somebody in one breath.
    function about(who: var): string {
        const old = age(who);
        if ((who?.role ?? "child") === "child")
            return old || qsTr("minore, età non nota");
        return old === "" ? role(who.role) : qsTr("%1, %2").arg(role(who.role)).arg(old);
    }
    function creature(kind: string): string {
        return ({
                "fox": qsTr("volpe"),
                "cat": qsTr("gatto"),
                "bear": qsTr("orso"),
                "dino": qsTr("dinosauro"),
                "fish": qsTr("pesce"),
                "bird": qsTr("uccello"),
                "rabbit": qsTr("coniglio"),
                "owl": qsTr("gufo")
            })[kind] ?? "";
    }
    function language(tag: string): string {
        return ({
                "it": qsTr("italiano"),
                "en": qsTr("inglese"),
                "ar": qsTr("arabo"),
                "zh": qsTr("cinese"),
                "es": qsTr("spagnolo"),
                "fil": qsTr("filippino"),
                "si": qsTr("singalese"),
                "ro": qsTr("rumeno"),
                "uk": qsTr("ucraino"),
                "bn": qsTr("bengalese"),
                "ur": qsTr("urdu"),
                "sq": qsTr("albanese"),
                "fr": qsTr("francese")
            })[tag] ?? tag;
    }
    function basis(basis: string): string {
        return ({
                "birth": qsTr("genitore"),
                "adoption": qsTr("adozione"),
                "foster care": qsTr("affido"),
                "court order": qsTr("decisione del giudice"),
                "social services": qsTr("servizi sociali"),
                "delegation": qsTr("delega")
            })[basis] ?? qsTr("non detto");
    }
    function means(known: var): string {
        if (known?.means === "pin")
            return qsTr("un PIN suo");
        if (known?.means === "pictures")
            return known.own ? qsTr("tre figure sue") : qsTr("le tre figure della famiglia");
        return qsTr("ancora niente");
    }
    function because(why: string): string {
        return ({
                "asked": qsTr("lo chiede la famiglia"),
                "consent_withdrawn": qsTr("ha ritirato il consenso"),
                "gone_away": qsTr("è andata via"),
                "registered_by_mistake": qsTr("scritta per sbaglio")
            })[why] ?? "";
    }
    function why(ended: string): string {
        return ({
                "moved_away": qsTr("ha cambiato casa"),
                "other_home": qsTr("vive con un’altra famiglia"),
                "never_did": qsTr("scritta qui per sbaglio")
            })[ended] ?? "";
    }
    // "dal 27 novembre 2026, ha cambiato casa": of who lives there no longer.
    function ended(one: var): string {
        return [qsTr("dal %1").arg(day(one?.until ?? "")), why(one?.ended ?? "")].filter(part => part !== "").join(", ");
    }
    // What a note is about.
    function note(what: string): string {
        return ({
                "allergy": qsTr("Allergia"),
                "health": qsTr("Salute"),
                "medicine": qsTr("Medicine"),
                "food": qsTr("Cibo")
            })[what] ?? qsTr("Da sapere");
    }
    // The names of a face's fields in QML: may_collect is mayCollect.
    function camel(name: string): string {
        return name.replace(/_(.)/g, (all, letter) => letter.toUpperCase());
    }
    function picture(name: string): string {
        return ({
                "sun": qsTr("sole"),
                "moon": qsTr("luna"),
                "apple": qsTr("mela"),
                "boat": qsTr("barca"),
                "ball": qsTr("palla"),
                "tree": qsTr("albero"),
                "kite": qsTr("aquilone"),
                "drum": qsTr("tamburo"),
                "house": qsTr("casa")
            })[name] ?? "";
    }
    // "4.3.2018" of an ISO day, as it is typed.
    function shortDay(iso: string): string {
        const parts = iso.split("-").map(Number);
        return parts.length === 3 ? parts[2] + "." + parts[1] + "." + parts[0] : iso;
    }
    // "4 marzo 2018" of an ISO day.
    function day(iso: string): string {
        const parts = iso.split("-").map(Number);
        return parts.length === 3 ? qsTr("%1 %2 %3").arg(parts[2]).arg(DeskSay.locale.monthName(parts[1] - 1, Locale.LongFormat)).arg(parts[0]) : "";
    }
    // How a day of birth that is being typed is understood.
    function born(said: var): string {
        switch (said?.meant ?? "") {
        case "day":
            return qsTr("%1: %2").arg(day(said.day)).arg(age(said));
        case "band":
            return qsTr("fascia %1").arg(said.band.replace("-", "–"));
        case "no":
            return qsTr("Scrivi 4.3.2018, o una fascia come 6-10.");
        }
        return qsTr("Se non si sa, conta come sotto i 14.");
    }
    // "da Samira, su carta, in arabo, 14 settembre 2026".
    function consent(one: var): string {
        if (one.withdrawn !== "")
            return qsTr("ritirato il %1").arg(day(one.withdrawn));
        const giver = one.own ? qsTr("dato di persona") : one.giver !== "" ? qsTr("dato da %1").arg(one.giver) : qsTr("dato");
        return [giver, one.how === "screen" ? qsTr("sullo schermo") : qsTr("su carta"), one.language ? qsTr("in %1").arg(language(one.language)) : "", day(one.at)].filter(part => part !== "").join(", ");
    }
    function flag(name: string): string {
        return ({
                "guardian": qsTr("Tutela"),
                "may_collect": qsTr("Può ritirare"),
                "must_not_collect": qsTr("Non deve ritirare"),
                "emergency": qsTr("Emergenze")
            })[name] ?? "";
    }
    // What an adult of such a role is to a child, until somebody says something else.
    function preset(role: string): var {
        return {
            "guardian": role === "adult",
            "may_collect": role === "adult" || role === "foster_parent",
            "must_not_collect": false,
            "emergency": false
        };
    }
    // The flags of a pair with one of them turned: who must not collect may not.
    function turned(flags: var, name: string, on: bool): var {
        const held = Object.assign({}, flags);
        held[name] = on;
        if (name === "must_not_collect" && on)
            held.may_collect = false;
        return held;
    }
    function words(said: var): string {
        const name = said?.name ?? "";
        switch (said?.what ?? "") {
        case "registered":
            return qsTr("Registrata la famiglia %1. Ora le tessere.").arg(name);
        case "nobody":
            return qsTr("Scrivi almeno una persona.");
        case "no_name":
            return qsTr("Manca un nome.");
        case "no_day":
            return qsTr("La data di %1 non si legge.").arg(name);
        case "too_young":
            return qsTr("Per %1 dà il consenso un adulto: ha meno di 14 anni.").arg(name);
        case "not_fit":
            return qsTr("Qualcosa qui non si può scrivere così.");
        case "day_unread":
            return qsTr("Questa data non si legge. Scrivi 4.3.2018.");
        case "changed":
            return qsTr("Scritto.");
        case "same":
            return qsTr("Era già così.");
        case "put_back":
            return qsTr("Rimesso com’era.");
        case "written":
            return qsTr("Aggiunto.");
        case "withdrawn":
            return qsTr("Consenso ritirato da oggi.");
        case "protected":
            return qsTr("Questa protezione la toglie solo la tutela, in due.");
        case "kept_away":
            return qsTr("Per questo bambino c’è un divieto: chi è nuovo lo decide la tutela, in due.");
        case "asked":
            return qsTr("Chiesto. Resta com’è finché una seconda persona dice di sì.");
        case "pictures_set":
            return qsTr("Le tre figure sono scelte.");
        case "pin_set":
            return qsTr("Il PIN è scelto.");
        case "no_secret":
            return qsTr("Servono tre figure diverse, o quattro cifre.");
        case "tries_reset":
            return qsTr("Ora può provare di nuovo.");
        case "added":
            return qsTr("%1 è in famiglia.").arg(name);
        case "away":
            return qsTr("Scritto: non abita più qui.");
        case "back":
            return qsTr("Abita di nuovo qui. Chi può ritirare va detto di nuovo.");
        case "last_adult":
            return qsTr("Restano minori senza un adulto: prima scrivi chi risponde di loro.");
        case "exported":
            return qsTr("Salvato in %1").arg(name);
        case "no_room":
            return qsTr("Adesso il file non si può scrivere.");
        case "card_given":
            return qsTr("La tessera ora è di %1.").arg(name);
        case "card_replaced":
            return qsTr("Nuova tessera per %1. La vecchia non vale più, da subito.").arg(name);
        case "card_later":
            return qsTr("Prima finisci di scrivere, poi passa la tessera.");
        case "scan_again":
            return qsTr("È una tessera nuova: scegli di chi è, poi passala ancora.");
        case "card_taken":
            return qsTr("Questa tessera è già di qualcuno. Prendine un’altra.");
        case "card_dead":
            return qsTr("Questa tessera non vale più.");
        case "card_expired":
            return qsTr("Questa tessera è scaduta. Prendine un’altra.");
        case "card_not_ours":
            return qsTr("Questa tessera non è di questa stazione.");
        case "card_unknown":
            return qsTr("Questa tessera non è ancora di nessuno, o qui non si conosce.");
        case "merged":
            return qsTr("Ora sono una persona sola.");
        case "apart":
            return qsTr("Sono due persone: qui non te lo chiedo più.");
        case "unmerged":
            return qsTr("Sono di nuovo due.");
        case "not_one_one_already":
            return qsTr("Sono già una persona sola.");
        case "not_one_child_with_adult":
            return qsTr("Un minore e un adulto non sono la stessa persona.");
        case "not_one_unknown":
            return qsTr("Una delle due qui non si conosce.");
        case "erased":
            return qsTr("Cancellata per sempre, qui e presto ovunque.");
        case "needs_second":
            return qsTr("Per oggi basta così, in una persona sola: ne serve un’altra.");
        case "same_person":
            return qsTr("Serve un’altra persona: questa sei tu.");
        case "second_pin":
            return qsTr("Il PIN non è questo. Riprova.");
        case "second_wait":
            return qsTr("Aspetta %1 secondi e riprova.").arg(said.number);
        case "second_card":
            return qsTr("Con questa tessera non si può confermare.");
        case "other_word":
            return qsTr("La parola scritta è un’altra: non è stato cancellato niente.");
        case "no_reason":
            return qsTr("Scegli perché.");
        case "erase_protected":
            return qsTr("C’è un divieto che protegge un bambino che resta: prima lo guarda la tutela.");
        case "no_cards":
            return qsTr("Qui non c’è una tessera da stampare.");
        case "no_blanks":
            return qsTr("Le tessere da dare sono finite.");
        case "no_card":
            return qsTr("Questa non è una tessera per le famiglie.");
        }
        return "";
    }
}
