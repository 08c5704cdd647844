// A QR code drawn as one path, with its quiet zone of four modules.
import QtQuick
import QtQuick.Shapes

Rectangle {
    id: drawing

    required property var qr // QrFace or null
    property real side: 400
    readonly property int modules: (qr?.size ?? 0) + 8
    readonly property real module_: Math.max(1, Math.floor(side / modules))

    implicitWidth: module_ * modules
    implicitHeight: module_ * modules
    color: "#FFFFFF"
    radius: module_ * 2
    Accessible.role: Accessible.Graphic

    Shape {
        x: 4 * drawing.module_
        y: 4 * drawing.module_
        width: 1
        height: 1
        scale: drawing.module_
        transformOrigin: Item.TopLeft
        LayoutMirroring.enabled: false

        ShapePath {
            strokeWidth: -1
            strokeColor: "transparent"
            fillColor: "#000000"
            fillRule: ShapePath.OddEvenFill

            PathSvg {
                path: drawing.qr?.path ?? ""
            }
        }
    }
}
