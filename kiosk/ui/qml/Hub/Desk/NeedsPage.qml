// What needs a person: nothing is dropped, everything waits here until somebody has put it right, or seen it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style
import Hub.Components

Page {
    id: page

    readonly property var lines: face?.lines ?? []

    function words(said: var): string {
        return ({
                "seen": qsTr("Visto. Non è più nell’elenco."),
                "closed": qsTr("Risolto, per tutti i banchi."),
                "again": qsTr("È di nuovo nell’elenco.")
            })[said.what] ?? "";
    }
    function field(name: string): string {
        return ({
                "given": qsTr("il nome"),
                "family": qsTr("il cognome"),
                "latin": qsTr("il nome in lettere latine"),
                "born": qsTr("la data di nascita"),
                "band": qsTr("la fascia d’età"),
                "creature": qsTr("la figura"),
                "role": qsTr("che cos’è per la famiglia"),
                "label": qsTr("il nome della famiglia"),
                "value": qsTr("un contatto"),
                "text": qsTr("una nota"),
                "basis": qsTr("il motivo di un legame"),
                "since": qsTr("da quando vale un legame"),
                "until": qsTr("fino a quando vale un legame"),
                "review": qsTr("il giorno da rivedere")
            })[name] ?? qsTr("un dato");
    }
    function message(type: string): string {
        return ({
                "arrived": qsTr("un arrivo"),
                "left": qsTr("un’uscita"),
                "card_bound": qsTr("una tessera data"),
                "edited": qsTr("una modifica"),
                "counted": qsTr("un conteggio")
            })[type] ?? qsTr("un messaggio");
    }
    function ofTheCity(what: string): string {
        return ({
                "conflict": qsTr("Due banchi hanno scritto cose diverse."),
                "must_not_collect": qsTr("Un bambino è uscito con chi non deve prenderlo. Guarda la tutela minori."),
                "may_collect_despite": qsTr("Qualcuno può ora ritirare un bambino per cui c’è un divieto. Guarda la tutela minori."),
                "ask_safeguarding": qsTr("Un bambino è uscito con qualcuno di nuovo, e c’è un divieto. Guarda la tutela minori."),
                "weakening_asked": qsTr("È chiesto di togliere una protezione. Decide una seconda persona."),
                "shielded": qsTr("Qualcuno ha provato a unire una persona protetta."),
                "child_with_adult": qsTr("Un bambino e un adulto non sono la stessa persona."),
                "cards_made_apart": qsTr("Due banchi hanno dato una tessera alla stessa persona: valgono tutte e due. Danne una terza, e le altre si spengono."),
                "not_an_adult": qsTr("Può ritirare un bambino qualcuno che non ha 18 anni. Guarda il legame e la data di nascita."),
                "cards_of_two_hubs": qsTr("Una persona ha tessere di due spazi."),
                "other_household": qsTr("Una modifica riguarda un’altra famiglia."),
                "edited_after_erasure": qsTr("Una modifica riguarda chi è stato cancellato."),
                "worker_revoked": qsTr("Ha agito chi non lavora più qui."),
                "worker_unknown": qsTr("Ha agito chi la città non conosce."),
                "already_bound": qsTr("Una tessera data era già di qualcun altro."),
                "not_your_blank": qsTr("Una tessera data non era di questo spazio."),
                "calendar_conflict": qsTr("Il calendario è stato scritto due volte."),
                "overspend": qsTr("Un voucher ha dato in anticipo più di quanto c’era: la differenza l’ha messa la città."),
                "overbooked": qsTr("In un’attività sono stati dati più posti di quelli che c’erano."),
                "fork": qsTr("Di una stazione si è vista una copia: non dà più posti né voucher finché la città non decide."),
                "voucher_unknown": qsTr("È stato usato un voucher che la città non conosce."),
                "voucher_of_another": qsTr("È stato usato un voucher di un’altra famiglia."),
                "provider_unknown": qsTr("Un voucher ha pagato chi la città non conosce."),
                "redemption_unknown": qsTr("È stata annullata una spesa che la città non conosce."),
                "reversed_twice": qsTr("Una spesa è stata annullata due volte."),
                "reversed_elsewhere": qsTr("Una spesa è stata annullata a un’altra stazione."),
                "pending_closed_before": qsTr("Una spesa chiesta in rete era già stata chiusa."),
                "gave_back_too_much": qsTr("Una stazione ha reso più di quanto aveva.")
            })[what] ?? qsTr("La città chiede di guardare un messaggio.");
    }
    function say(line: var): string {
        switch (line.kind) {
        case "centrals":
            return ofTheCity(line.what);
        case "frozen":
            return qsTr("Di questa stazione si è vista una copia: qui non si danno posti né voucher. Decide la città.");
        case "request_late":
            return qsTr("Una richiesta di posto doveva avere risposta: la famiglia aspetta.");
        case "weakening_asked":
            return qsTr("È chiesto di togliere una protezione. La città non lo sa ancora.");
        case "two_cards":
            return qsTr("La stessa persona ha due tessere in casa. Una è persa?");
        case "own_consent":
            return qsTr("Ha compiuto 14 anni: il consenso ora è suo.");
        case "two_values":
            return qsTr("Due valori diversi per %1. Quale tenere?").arg(field(line.what));
        case "review_due":
            return qsTr("Un legame è da rivedere.");
        case "closed_at_night":
            return qsTr("Uscita chiusa dalla notte: nessuno l’ha segnata.");
        case "claimed":
            return qsTr("%1 persone contate allo schermo: sono giuste?").arg(line.number);
        case "refused":
            return qsTr("La città non ha accolto %1.").arg(message(line.what));
        case "aside":
            return qsTr("Non parte così com’è: %1.").arg(message(line.what));
        case "unreadable":
            return qsTr("%1 schede dalla città non si leggono. Serve un tecnico.").arg(line.number);
        case "few_blanks":
            return line.number === 0 ? qsTr("Le tessere da dare sono finite. Chiedine altre alla città.") : qsTr("Restano %1 tessere da dare. Chiedine altre alla città.").arg(line.number);
        }
        return "";
    }
    function when(line: var): string {
        if (!line.at)
            return "";
        return line.at.time === "" ? DeskSay.day(line.at) : DeskSay.moment(line.at);
    }
    function picture(line: var): string {
        const ofTheCity = {
            "overspend": "icon-voucher",
            "fork": "signpost",
            "overbooked": "icon-places"
        };
        return line.kind === "frozen" ? "signpost" : line.kind === "request_late" ? "signup-requested" : line.to.startsWith("vouchers") ? "icon-voucher" : ofTheCity[line.what] ?? "";
    }
    function about(line: var): string {
        return [line.name, line.to.startsWith("vouchers") ? VoucherSay.euro(line.number) : "", line.kind === "request_late" ? qsTr("entro: %1").arg(DeskSay.by(line.at)) : when(line)].filter(part => part !== "").join(" · ");
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.px(24)

        PageHead {
            title: qsTr("Serve una persona")
            about: page.lines.length === 0 ? "" : qsTr("Niente si perde: resta qui finché qualcuno ci pensa.")
            Layout.fillWidth: true
        }
        Scrolled {
            visible: page.lines.length > 0
            spacing: Theme.px(16)
            Layout.fillWidth: true
            Layout.fillHeight: true

            Repeater {
                model: page.lines

                NeedRow {
                    required property int index
                    required property var modelData
                    objectName: "need-" + index
                    words: page.say(modelData)
                    about: page.about(modelData)
                    creature: modelData.creature
                    picture: page.picture(modelData)
                    grave: ["centrals", "frozen", "request_late", "weakening_asked", "two_values", "refused", "aside"].includes(modelData.kind)
                    to: modelData.to
                    toLabel: modelData.to.startsWith("families") ? qsTr("Apri la famiglia") : modelData.to.startsWith("sessions") ? qsTr("Rispondi") : modelData.to.startsWith("vouchers") ? qsTr("Guarda la spesa") : modelData.to === "today" ? qsTr("Vai a Oggi") : qsTr("Guarda la stazione")
                    look: modelData.look
                    close: modelData.close
                    Layout.fillWidth: true
                    onGo: path => page.go(path)
                    onAct: path => page.act(path, {})
                }
            }
        }
        Sheet {
            visible: page.lines.length === 0
            room: Theme.px(56)
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: Theme.px(760)

            Picture {
                name: "star-done"
                side: Theme.px(220)
                Layout.alignment: Qt.AlignHCenter
            }
            Heading {
                text: qsTr("Niente aspetta una persona.")
                size: 40
                horizontalAlignment: Text.AlignHCenter
                Layout.fillWidth: true
            }
        }
        Item {
            visible: page.lines.length === 0
            Layout.fillHeight: true
        }
    }
}
