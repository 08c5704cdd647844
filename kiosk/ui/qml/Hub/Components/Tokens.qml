// Hands the frame and the size of the stage to the tokens.
import QtQuick
import Hub.Style

Item {
    id: tokens

    required property var frame
    property real stageWidth: 1080
    property real stageHeight: 1920

    visible: false

    Binding {
        target: Theme
        property: "language"
        value: tokens.frame?.language ?? "it"
    }
    Binding {
        target: Theme
        property: "rightToLeft"
        value: tokens.frame?.rightToLeft ?? false
    }
    Binding {
        target: Theme
        property: "textStep"
        value: tokens.frame?.textStep ?? 0
    }
    Binding {
        target: Theme
        property: "highContrast"
        value: tokens.frame?.highContrast ?? false
    }
    Binding {
        target: Theme
        property: "reach"
        value: tokens.frame?.reach ?? false
    }
    Binding {
        target: Theme
        property: "checked"
        value: tokens.frame?.checked ?? true
    }
    Binding {
        target: Theme
        property: "pxPerMm"
        value: tokens.frame?.pxPerMm ?? 2.6
    }
    Binding {
        target: Theme
        property: "stageWidth"
        value: tokens.stageWidth > 0 ? tokens.stageWidth : 1080
    }
    Binding {
        target: Theme
        property: "stageHeight"
        value: tokens.stageHeight > 0 ? tokens.stageHeight : 1920
    }
}
