// How many came: children by band, adults, educators. What is typed stays until it is sent.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hub.Style

GridLayout {
    id: steppers

    property var bands: []
    property bool educators: true
    property int firstAdults: 0
    property var counts: ({})
    readonly property int all: Object.values(counts).reduce((sum, number) => sum + number, 0)
    readonly property var parts: [...bands.map(band => ({
                    "name": band,
                    "label": qsTr("Bambini %1").arg(DaySay.band(band))
                })),
        {
            "name": "adults",
            "label": qsTr("Adulti")
        },
        ...(educators ? [
                {
                    "name": "educators",
                    "label": qsTr("Educatori")
                }
            ] : [])]

    signal main

    function begin() {
        const first = steppers.at("0");
        if (first)
            first.forceActiveFocus();
    }
    function at(name: string): Item {
        return each.itemAt(Number(name));
    }

    columns: 3
    columnSpacing: Theme.px(28)
    rowSpacing: Theme.px(24)
    uniformCellWidths: true

    Repeater {
        id: each
        model: steppers.parts.length

        Stepper {
            required property int index
            readonly property string part: steppers.parts[index]?.name ?? ""
            objectName: "count-" + part
            label: steppers.parts[index]?.label ?? ""
            value: part === "adults" ? steppers.firstAdults : 0
            focus: index === 0
            Layout.fillWidth: true
            onMain: steppers.main()
            onValueChanged: {
                const next = Object.assign({}, steppers.counts);
                next[part] = value;
                steppers.counts = next;
            }
        }
    }
}
