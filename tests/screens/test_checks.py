"""Each check catches a planted fault, and keeps quiet about sound work."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from tests.screens.checks import sources
from tests.screens.checks.contrast import contrast, ratio
from tests.screens.checks.cut import cut
from tests.screens.checks.empty import empty
from tests.screens.checks.glyphs import glyphs, lacking
from tests.screens.checks.mirror import mirror
from tests.screens.checks.names import names
from tests.screens.checks.overlap import overlap
from tests.screens.checks.targets import targets
from tests.screens.checks.wording import forbidden, unmoved, untranslated, wording
from tests.screens.finding import Finding
from tests.screens.geometry import Rect
from tests.screens.scene import Scene
from tests.screens.stage import Stage, font_files
from tests.screens.translations import Entry, read

SIZE = (400, 600)  # px; 4 px a millimetre: a target is 60 px, a main one 80, a gap 12


class Bench:
    """Puts snippets on a paper-coloured window and gives their scenes and pictures."""

    def __init__(self) -> None:
        self.stages: list[Stage] = []

    def scene(self, qml: str, language: str = "it") -> Scene:
        mirrored = "true" if language == "ar" else "false"
        source = (
            f"import QtQuick\nimport QtQuick.Shapes\nItem {{ LayoutMirroring.enabled: {mirrored}; "
            "LayoutMirroring.childrenInherit: true\n"
            f'Rectangle {{ anchors.fill: parent; color: "#FFF7EA" }}\n{qml} }}'
        )
        stage = Stage(source.encode())
        self.stages.append(stage)
        stage.show({}, *SIZE)
        assert stage.messages == []
        return Scene(stage.nodes(), stage.window, language=language)

    def picture(self) -> QImage:
        return self.stages[-1].grab()


@pytest.fixture
def bench() -> Iterator[Bench]:
    made = Bench()
    yield made
    for stage in made.stages:
        stage.close()


def said(findings: Iterator[Finding]) -> list[str]:
    return [f"{finding.check}: {finding.what}" for finding in findings]


def qml_item(kind: str, standard: dict[str, str], more: str, inside: str = "") -> str:
    """One item; what ``more`` sets replaces the standard."""
    kept = [f"{key}: {value}" for key, value in standard.items() if f"{key}:" not in more]
    return f"{kind} {{ {'; '.join([*kept, *filter(None, [more])])}; {inside} }}\n"


def text(more: str, words: str = "Bottega dei suoni") -> str:
    standard = {"text": f'"{words}"', "font.family": '"Source Sans 3"', "font.pixelSize": "30", "color": '"#1E2440"'}
    return qml_item("Text", standard, more)


def button(more: str, name: str = "Sono qui", inside: str = "") -> str:
    spoken = f'Accessible.role: Accessible.Button; Accessible.name: "{name}"'
    standard = {"width": "80", "height": "80", "color": '"#FFC53D"'}
    return qml_item("Rectangle", standard, more, f"{spoken}; TapHandler {{}} {inside}")


class TestCut:
    def test_a_text_that_has_room_is_whole(self, bench: Bench) -> None:
        assert said(cut(bench.scene(text("width: 300; wrapMode: Text.Wrap")))) == []

    def test_a_text_that_ends_in_dots_is_cut(self, bench: Bench) -> None:
        found = said(cut(bench.scene(text("width: 80; elide: Text.ElideRight"))))
        assert found == ["cut: “Bottega dei suoni”: ends in dots"]

    def test_a_text_wider_than_its_box_is_cut(self, bench: Bench) -> None:
        [found] = said(cut(bench.scene(text("width: 80"))))
        assert "out of the box" in found

    def test_a_text_higher_than_its_box_is_cut(self, bench: Bench) -> None:
        [found] = said(cut(bench.scene(text("width: 100; height: 40; wrapMode: Text.Wrap"))))
        assert "down out of the box" in found

    def test_a_text_beyond_the_window_is_cut(self, bench: Bench) -> None:
        [found] = said(cut(bench.scene(text("x: 300"))))
        assert "cut by the edge" in found

    def test_a_text_beyond_a_clipping_ancestor_is_cut(self, bench: Bench) -> None:
        [found] = said(cut(bench.scene(f"Item {{ width: 100; height: 100; clip: true; {text('')} }}")))
        assert "cut by the edge" in found

    def test_a_text_that_can_be_scrolled_to_is_whole(self, bench: Bench) -> None:
        list_of = "Flickable {{ width: 400; height: 200; contentHeight: {}; clip: true; {} }}"
        assert said(cut(bench.scene(list_of.format(1000, text("y: 900"))))) == []

    def test_a_text_below_the_end_of_its_list_is_cut(self, bench: Bench) -> None:
        list_of = "Flickable {{ width: 400; height: 200; contentHeight: {}; clip: true; {} }}"
        [found] = said(cut(bench.scene(list_of.format(500, text("y: 900")))))
        assert "cut by the edge" in found

    def test_a_text_that_sticks_out_of_its_list_sideways_is_cut(self, bench: Bench) -> None:
        scene = bench.scene(
            f"Flickable {{ width: 200; height: 200; contentHeight: 500; clip: true; {text('x: 100')} }}"
        )
        assert len(said(cut(scene))) == 1

    def test_a_control_beyond_the_window_is_cut(self, bench: Bench) -> None:
        [found] = said(cut(bench.scene(button("x: 350; y: 10"))))
        assert "out of reach" in found

    def test_a_picture_that_is_not_there_is_found(self, bench: Bench) -> None:
        stage = Stage(b'import QtQuick\nItem { Image { source: "nowhere.svg" } }')
        bench.stages.append(stage)
        stage.show({}, *SIZE)
        assert said(cut(Scene(stage.nodes(), stage.window))) == ["cut: “Image”: cannot show nowhere.svg"]
        assert len(stage.messages) == 1


class TestInk:
    """The letters' box, computed from the font, is where the letters are painted."""

    @pytest.mark.parametrize("height", ["0.6", "1", "1.4", "40; lineHeightMode: Text.FixedHeight"])
    @pytest.mark.parametrize(
        ("family", "words"), [("Source Sans 3", "Mg\\nMg\\nMg"), ("Noto Sans Arabic", "أصغر\\nأصغر\\nأصغر")]
    )
    def test_it_agrees_with_the_pixels(self, bench: Bench, family: str, words: str, height: str) -> None:
        scene = bench.scene(text(f'x: 20; y: 200; lineHeight: {height}; font.family: "{family}"', words))
        [node] = scene.texts
        assert node.writing is not None
        image = bench.picture()
        inked = [y for y in range(SIZE[1]) if any(image.pixel(x, y) & 0xFF < 0x90 for x in range(SIZE[0]))]
        assert node.writing.ink.y == pytest.approx(min(inked), abs=2)
        assert node.writing.ink.bottom == pytest.approx(max(inked) + 1, abs=2.5)


class TestOverlap:
    def test_lines_below_each_other_are_apart(self, bench: Bench) -> None:
        assert said(overlap(bench.scene(f"Column {{ {text('')} {text('')} }}"))) == []

    def test_text_on_text_is_found(self, bench: Bench) -> None:
        assert len(said(overlap(bench.scene(text("") + text("x: 40; y: 8"))))) == 1

    def test_a_buttons_own_text_lies_on_it_rightly(self, bench: Bench) -> None:
        assert said(overlap(bench.scene(button("", inside=text("", "Sì"))))) == []

    def test_a_strangers_text_on_a_button_is_found(self, bench: Bench) -> None:
        [found] = said(overlap(bench.scene(button("") + text("x: 20; y: 20"))))
        assert "text on a control" in found

    def test_the_air_in_an_arabic_line_is_no_letter(self, bench: Bench) -> None:
        lines = [text(f'y: {y}; font.family: "Noto Sans Arabic"', "ورشة الأصوات") for y in (0, 38)]
        assert said(overlap(bench.scene("".join(lines)))) == []

    def test_a_screen_that_answers_a_touch_anywhere_may_carry_texts(self, bench: Bench) -> None:
        assert said(overlap(bench.scene(button("width: 400; height: 600") + text("")))) == []

    def test_a_button_on_a_button_is_found(self, bench: Bench) -> None:
        [found] = said(overlap(bench.scene(button("") + button("x: 60", "Ho finito"))))
        assert "control on control" in found

    def test_what_is_scrolled_away_below_a_bar_is_not_on_it(self, bench: Bench) -> None:
        rows = f"Flickable {{ width: 400; height: 200; contentHeight: 900; clip: true; {text('y: 220')} }}"
        assert said(overlap(bench.scene(rows + button("y: 205")))) == []

    def test_what_lies_below_a_layer_is_not_read(self, bench: Bench) -> None:
        layer = f'Rectangle {{ anchors.fill: parent; color: "#80000000"; {text("")} }}'
        assert said(overlap(bench.scene(text("") + layer))) == []


class TestTargets:
    def test_fifteen_millimetres_are_enough(self, bench: Bench) -> None:
        assert said(targets(bench.scene(button("width: 60; height: 60")))) == []

    def test_less_is_found(self, bench: Bench) -> None:
        [found] = said(targets(bench.scene(button("width: 58; height: 60"))))
        assert "14.5 x 15.0 mm, least 15" in found

    def test_a_childs_main_action_needs_twenty(self, bench: Bench) -> None:
        [found] = said(targets(bench.scene(button('objectName: "scan"; width: 100; height: 70'))))
        assert "least 20" in found

    def test_a_touch_area_counts_as_a_control(self, bench: Bench) -> None:
        assert len(said(targets(bench.scene("MouseArea { width: 20; height: 20 }")))) == 1

    def test_a_touch_area_larger_than_its_button_makes_it_large_enough(self, bench: Bench) -> None:
        area = "MouseArea { anchors.fill: parent; anchors.margins: -10 }"
        scene = bench.scene(button("x: 50; y: 50; width: 44; height: 44", inside=area))
        assert said(targets(scene)) == []

    def test_three_millimetres_apart_are_enough(self, bench: Bench) -> None:
        assert said(targets(bench.scene(button("") + button("x: 92", "Ho finito")))) == []

    def test_two_controls_too_near_are_found(self, bench: Bench) -> None:
        [found] = said(targets(bench.scene(button("") + button("x: 88", "Ho finito"))))
        assert "2.0 mm apart" in found

    def test_an_area_that_swallows_taps_below_others_is_no_control(self, bench: Bench) -> None:
        scene = bench.scene("MouseArea { anchors.fill: parent }" + button(""))
        assert [control.node.spoken for control in scene.controls] == ["Sono qui"]


class TestNames:
    def test_a_button_with_a_name_is_sound(self, bench: Bench) -> None:
        assert said(names(bench.scene(button("")))) == []

    def test_a_button_without_a_name_is_found(self, bench: Bench) -> None:
        [found] = said(names(bench.scene(button("", name=""))))
        assert "no accessible name" in found

    def test_something_that_answers_a_touch_without_a_role_is_found(self, bench: Bench) -> None:
        found = said(names(bench.scene("Item { width: 80; height: 80; TapHandler {} }")))
        assert [line.split(":")[0] for line in found] == ["role", "name"]

    def test_two_different_controls_with_one_name_are_found(self, bench: Bench) -> None:
        scene = bench.scene(button('objectName: "back"') + button('y: 100; objectName: "home"'))
        assert len(said(names(scene))) == 1

    def test_two_ways_to_the_same_end_may_say_the_same(self, bench: Bench) -> None:
        scene = bench.scene(button('objectName: "bar-finished"') + button('y: 100; objectName: "idle-finished"'))
        assert said(names(scene)) == []

    def test_the_same_kind_of_control_may_say_the_same_twice(self, bench: Bench) -> None:
        scene = bench.scene(button('objectName: "row"') + button('y: 100; objectName: "row"'))
        assert said(names(scene)) == []


class TestContrast:
    def found(self, bench: Bench, qml: str, high: bool = False) -> list[str]:
        scene = replace(bench.scene(qml), contrast=high)
        return said(contrast(scene, bench.picture()))

    def test_ink_on_paper_is_sound(self, bench: Bench) -> None:
        assert self.found(bench, text("")) == []

    def test_pale_letters_are_found(self, bench: Bench) -> None:
        [found] = self.found(bench, text('color: "#999999"'))
        assert "2.68 to 1, least 4.5" in found

    def test_soft_ink_is_not_enough_for_the_contrast_look(self, bench: Bench) -> None:
        [found] = self.found(bench, text('color: "#585E7A"'), high=True)
        assert "least 7.0" in found

    def test_what_counts_is_what_is_painted_behind(self, bench: Bench) -> None:
        plate = 'Rectangle { width: 300; height: 60; color: "#1E2440" }'
        assert len(self.found(bench, plate + text(""))) == 1
        assert self.found(bench, plate + text('color: "white"')) == []

    def test_fading_counts(self, bench: Bench) -> None:
        assert len(self.found(bench, text("opacity: 0.4"))) == 1

    def test_a_text_with_something_on_it_is_found(self, bench: Bench) -> None:
        [found] = self.found(bench, text("") + 'Rectangle { width: 300; height: 60; color: "#FFFFFF" }')
        assert found.startswith("hidden")

    def test_a_drawn_shape_that_stands_out_is_sound(self, bench: Bench) -> None:
        assert self.found(bench, shape("#B13A24")) == []

    def test_a_pale_shape_is_found(self, bench: Bench) -> None:
        [found] = self.found(bench, shape("#FFE2DB"))
        assert found.startswith("shape")

    def test_a_disabled_shape_may_be_pale(self, bench: Bench) -> None:
        assert self.found(bench, f"Item {{ enabled: false; {shape('#FFE2DB')} }}") == []

    def test_black_on_white_is_twenty_one_to_one(self) -> None:
        assert ratio((0, 0, 0), (255, 255, 255)) == pytest.approx(21)


def shape(colour: str) -> str:
    path = 'PathSvg { path: "M10 10h40v40h-40z" }'
    paint = f'ShapePath {{ fillColor: "{colour}"; strokeColor: "transparent"; {path} }}'
    return f"Shape {{ x: 20; y: 20; width: 60; height: 60; {paint} }}"


class TestMirror:
    def both(self, bench: Bench, qml: str, rtl: str = "") -> list[str]:
        return said(mirror(bench.scene(qml, "en"), bench.scene(rtl or qml, "ar")))

    def test_a_mirrored_row_is_sound(self, bench: Bench) -> None:
        row = f"Row {{ x: 20; width: 360; {button('')} {button('', 'Ho finito')} }}"
        assert self.both(bench, row) == []

    def test_a_place_that_stays_where_it_was_is_found(self, bench: Bench) -> None:
        [found] = self.both(bench, button("x: 20; y: 20"))
        assert "middle at 60, mirrored 340" in found

    def test_an_order_that_stays_as_it_was_is_found(self, bench: Bench) -> None:
        wide = button("x: 0") + button("x: 100; width: 200", "Ho finito")
        same_order = button("x: 0; width: 100") + button("x: 120; width: 250", "Ho finito")
        assert any("order" in found for found in self.both(bench, wide, same_order))

    def test_a_text_that_leans_by_its_own_script_is_found(self, bench: Bench) -> None:
        [found] = self.both(bench, text("width: 380"))
        assert "leans left, mirrored right" in found

    def test_a_text_told_to_lean_left_is_mirrored(self, bench: Bench) -> None:
        assert self.both(bench, text("width: 380; horizontalAlignment: Text.AlignLeft")) == []

    def test_a_text_in_the_middle_stays_there(self, bench: Bench) -> None:
        assert self.both(bench, text("width: 380; horizontalAlignment: Text.AlignHCenter")) == []


class TestGlyphs:
    def test_latin_letters_of_a_shipped_font_are_sound(self, bench: Bench) -> None:
        assert said(glyphs(bench.scene(text("")), font_files())) == []

    def test_a_letter_no_shipped_font_has_is_found(self, bench: Bench) -> None:
        found = said(glyphs(bench.scene(text("", "அஆ")), font_files()))
        assert any("U+0B85" in line for line in found)

    def test_a_family_that_is_not_shipped_is_found(self, bench: Bench) -> None:
        found = said(glyphs(bench.scene(text('font.family: "Sans Serif"')), font_files()))
        assert any("which is not shipped" in line for line in found)

    def test_spaces_and_joiners_need_no_drawing(self) -> None:
        assert lacking("a\u00a0b\u200fc\u200dd\n", font_files()) == ""


class TestEmpty:
    def test_a_screen_with_words_is_sound(self, bench: Bench) -> None:
        scene = bench.scene(text("font.pixelSize: 60"))
        assert said(empty(scene, bench.picture())) == []

    def test_bare_ground_is_found(self, bench: Bench) -> None:
        scene = bench.scene("")
        assert len(said(empty(scene, bench.picture()))) == 1

    def test_a_screen_without_a_word_is_found(self) -> None:
        image = QImage(*SIZE, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        for y in range(300):
            for x in range(200):
                image.setPixel(x, y, 0xFF000000)
        scene = Scene((), Rect(0, 0, *SIZE))
        assert said(empty(scene, image)) == ["empty: no word on it"]


class TestWords:
    def test_eight_words_on_a_button_are_enough(self, bench: Bench) -> None:
        eight = text("font.pixelSize: 9", "uno due tre quattro cinque sei sette otto")
        nine = text("font.pixelSize: 9", "uno due tre quattro cinque sei sette otto nove")
        assert said(wording(bench.scene(button("", inside=eight)))) == []
        assert len(said(wording(bench.scene(button("", inside=nine))))) == 1

    def test_the_citys_own_long_title_on_a_card_is_not_ours(self, bench: Bench) -> None:
        nine = "uno due tre quattro cinque sei sette otto nove"
        scene = replace(bench.scene(button("", inside=text("", nine))), data=frozenset({nine}))
        assert said(wording(scene)) == []

    @pytest.mark.parametrize(
        ("words", "language"),
        [("C'è un errore", "it"), ("Access DENIED", "en"), ("حدث خطأ", "ar"), ("error 4", "ar"), ("Non valido", "it")],
    )
    def test_words_that_blame_are_found(self, words: str, language: str) -> None:
        assert forbidden(words, language)

    @pytest.mark.parametrize(("words", "language"), [("Terrore", "it"), ("Wandering", "en"), ("مرحبا", "ar")])
    def test_words_that_only_look_alike_are_not(self, words: str, language: str) -> None:
        assert forbidden(words, language) == ""

    def test_an_unfinished_translation_on_the_screen_is_found(self, bench: Bench) -> None:
        scene = bench.scene(text("", "Sono qui"), "en")
        assert len(said(untranslated(scene, [Entry("Home", "Sono qui", ("",), False)]))) == 1
        assert said(untranslated(scene, [Entry("Home", "Sono qui", ("I am here",), True)])) == []

    def test_the_same_words_in_two_languages_are_found(self, bench: Bench) -> None:
        [found] = said(unmoved(bench.scene(text("", "Sono qui")), bench.scene(text("", "Sono qui"), "en"), []))
        assert "the same in it and en" in found

    def test_a_word_that_is_its_own_translation_may_stay(self, bench: Bench) -> None:
        scenes = bench.scene(text("", "Voucher")), bench.scene(text("", "Voucher"), "en")
        assert said(unmoved(*scenes, [Entry("Facts", "Voucher", ("Voucher",), True)])) == []

    def test_numbers_and_the_citys_names_may_be_the_same(self, bench: Bench) -> None:
        both = text("", "15.00") + text("y: 50", "Baggio")
        other = replace(bench.scene(both, "en"), data=frozenset({"Baggio"}))
        assert said(unmoved(bench.scene(both), other, [])) == []


class TestSources:
    def test_faults_of_a_words_file_are_found(self, tmp_path: Path) -> None:
        file = tmp_path / "en.ts"
        file.write_text(
            '<?xml version="1.0"?><TS version="2.1" language="en"><context><name>Home</name>'
            "<message><source>Sono qui</source><translation>I am here</translation></message>"
            '<message><source>Ciao</source><translation type="unfinished"></translation></message>'
            "<message><source>A %1</source><translation>At noon</translation></message>"
            "<message><source>Riprova</source><translation>An error</translation></message>"
            "<message><source>Libro</source><translation>அ</translation></message>"
            '<message><source>Via</source><translation type="vanished">Gone error</translation></message>'
            '<message numerus="yes"><source>%n posti</source><translation><numerusform>one place</numerusform>'
            "<numerusform>%n places</numerusform></translation></message>"
            "</context></TS>"
        )
        found = said(sources.translations("en", read(file), font_files()))
        assert [line.split(":")[0] for line in found] == ["translation", "translation", "words", "glyph"]

    def test_no_file_has_no_entries(self, tmp_path: Path) -> None:
        assert read(tmp_path / "xx.ts") == ()

    def test_a_title_no_font_can_write_is_found(self) -> None:
        assert len(said(sources.data("it", frozenset({"Ciao", "அ"}), font_files()))) == 1


class TestPages:
    def test_a_long_list_is_seen_to_its_end(self, bench: Bench) -> None:
        row = text("height: 100", "riga")
        bench.scene(
            "ListView { anchors.fill: parent; model: 30; delegate: Item { width: 400; height: 100; "
            f"required property int index; {row} }} }}"
        )
        stage = bench.stages[-1]
        last = 0.0
        for _ in stage.pages():
            last = max(node.shown.bottom for node in stage.nodes() if node.writing is not None)
        [view] = [item for item in stage.root.childItems() if item.inherits("QQuickListView")]
        assert view.property("contentY") == 3000 - SIZE[1]
        assert last > 0
