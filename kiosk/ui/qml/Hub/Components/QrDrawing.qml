// A QR code drawn as rows of dark bars on whole pixels, with its quiet zone of four modules.
// Not as a Shape: the software renderer paints those beyond what clips them, and leaves them there.
pragma ComponentBehavior: Bound
import QtQuick

Rectangle {
    id: drawing

    required property var qr // QrFace or null: its path is runs of "M x y h length v1 h-length z"
    property real side: 400
    readonly property int modules: (qr?.size ?? 0) + 8
    readonly property real module_: Math.max(1, Math.floor(side / modules))
    readonly property var runs: (qr?.path ?? "").match(/M\d+ \d+h\d+/g) ?? []

    implicitWidth: module_ * modules
    implicitHeight: module_ * modules
    color: "#FFFFFF"
    radius: module_ * 2
    Accessible.role: Accessible.Graphic

    Repeater {
        model: drawing.runs

        Rectangle {
            required property string modelData
            readonly property var numbers: modelData.match(/\d+/g)
            LayoutMirroring.enabled: false
            x: (4 + Number(numbers[0])) * drawing.module_
            y: (4 + Number(numbers[1])) * drawing.module_
            width: Number(numbers[2]) * drawing.module_
            height: drawing.module_
            color: "#000000"
        }
    }
}
