// The tokens: colours, sizes and durations, in their normal and 7:1 variants, scaled to the stage and to the person.
pragma Singleton
import QtQuick

QtObject {
    id: theme

    // Set by Stage; every other value follows from these.
    property string language: "it"
    property bool rightToLeft: false
    property int textStep: 0
    property bool highContrast: false
    property bool reach: false
    property bool checked: true // somebody has read this language's words
    property real pxPerMm: 2.6
    property real stageWidth: 1080
    property real stageHeight: 1920

    readonly property bool wide: stageWidth > stageHeight
    readonly property real unit: wide ? Math.min(stageWidth / 1920, stageHeight / 1080) : Math.min(stageWidth / 1080, stageHeight / 1920)
    readonly property real textScale: [1, 1.5, 2][textStep] ?? 1
    readonly property bool large: textStep > 0

    // Sizes of text, in pixels at 1080 wide and 100 %.
    readonly property int title: 80
    readonly property int heading: 43
    readonly property int tile: 46
    readonly property int body: 36
    readonly property int small: 32
    readonly property int bar: 27

    readonly property int radiusTile: px(44)
    readonly property int radiusButton: px(40)
    readonly property int radiusChip: px(22)
    readonly property int margin: px(wide ? 64 : 56)
    readonly property int gap: Math.max(px(18), mm(3))
    readonly property int apart: Math.max(px(14), mm(3)) // between a list's edge and what stands beside it
    readonly property int target: mm(15)
    readonly property int childTarget: mm(20)
    readonly property int ring: px(8)

    // Milliseconds.
    property int debounce: 400 // a finger trembles
    readonly property int repeat: 140 // where one touches the same again and again: a digit, one more
    readonly property int scroll: 180
    readonly property int turn: 5000

    readonly property color paper: highContrast ? "#FFFFFF" : "#FFF7EA"
    readonly property color card: "#FFFFFF"
    readonly property color ink: highContrast ? "#0B1030" : "#1E2440"
    readonly property color soft: highContrast ? "#343A5C" : "#585E7A"
    readonly property color line: highContrast ? "#0B1030" : "#E9DDC8"
    readonly property color edge: highContrast ? "#0B1030" : "#8C8577"
    readonly property color shade: "#147A5418"
    readonly property color sun: "#FFC53D"
    readonly property color sunEdge: highContrast ? "#0B1030" : "#DE9A0A"
    readonly property color done: highContrast ? "#0F5A32" : "#1B7A45"
    readonly property color doneGround: highContrast ? "#FFFFFF" : "#E6F5E9"
    readonly property color wait: highContrast ? "#5F3E00" : "#8A5A00"
    readonly property color waitGround: highContrast ? "#FFFFFF" : "#FFF3D6"
    readonly property color helloGround: highContrast ? "#FFFFFF" : "#EEF3FF"
    readonly property color focus: "#2356BF"
    readonly property color onDark: "#FFFFFF"
    readonly property color dimmed: highContrast ? "#FFFFFF" : "#F4ECDD"

    readonly property string latin: "Source Sans 3"
    readonly property string arabic: "Noto Sans Arabic"
    readonly property string labels: "Barlow"

    readonly property var pillars: ({
            "social_relations": ["#B13A24", "#FFE2DB", "#8E2A18"],
            "physical_activity": ["#1B7A45", "#DDF3E2", "#0F5A32"],
            "healthcare": ["#AC2B60", "#FCE1EB", "#85184A"],
            "education_training": ["#2356BF", "#DFE8FF", "#1A4199"],
            "talents_creativity": ["#653BB8", "#EAE2FF", "#4F2A99"],
            "self_determination": ["#8A5A00", "#FFEFC9", "#5F3E00"],
            "common_spaces": ["#0A6B72", "#D6F0F0", "#074E54"]
        })

    // The last tap anywhere: a second one at the same place so soon is the same finger trembling.
    property real lastTap: 0
    property point lastPlace: Qt.point(-1, -1)

    function px(n: real): int {
        return Math.round(n * unit);
    }
    function mm(n: real): int {
        return Math.ceil(n * pxPerMm);
    }
    // Text grows with the person's step; titles, large already, by half of it.
    function font(size: real): int {
        return Math.round(size * unit * (size >= 60 ? 1 + (textScale - 1) / 2 : textScale));
    }
    function family(text: string): string {
        return /[\u0600-\u06FF]/.test(text) ? arabic : latin;
    }
    function picture(name: string): url {
        return Qt.resolvedUrl("../../../../../assets/images/" + name + (name.indexOf(".") < 0 ? ".svg" : ""));
    }
    function deep(pillar: string): color {
        const known = pillars[pillar];
        return known ? known[highContrast ? 2 : 0] : ink;
    }
    function tint(pillar: string): color {
        const known = pillars[pillar];
        return highContrast ? "#FFFFFF" : known ? known[1] : "#ECEEF6";
    }
    function accept(place: point, apart: int): bool {
        const now = Date.now();
        const near = Math.hypot(place.x - lastPlace.x, place.y - lastPlace.y) < mm(12);
        if (near && now >= lastTap && now - lastTap < apart)
            return false;
        lastTap = now;
        lastPlace = place;
        return true;
    }
}
