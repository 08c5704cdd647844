import pytest
from hypothesis import given
from hypothesis import strategies as st

from central.importers import words
from central.importers.words import Style

MILAN = Style(
    small=frozenset({"del", "da", "di", "e", "dell", "sul"}),
    expand={"P.LE": "Piazzale", "V.LE": "Viale", "Q.RE": "Quartiere", "CITTA'": "Città"},
    keep={"qt": "QT", "nolo": "NoLo"},
)


@pytest.mark.parametrize(
    ("shouted", "readable"),
    [
        ("ARGELATI", "Argelati"),
        ("P.LE LOTTO, 15", "Piazzale Lotto, 15"),
        ("VIA G. DA PROCIDA, 20", "Via G. da Procida, 20"),
        ("SANT'ABBONDIO", "Sant'Abbondio"),
        ("S.ABBONDIO (25mt)", "S. Abbondio (25mt)"),
        ("NIGUARDA - CA' GRANDA", "Niguarda - Ca' Granda"),
        ("NIGUARDA - CA' GRANDA - Q.RE FULVIO TESTI", "Niguarda - Ca' Granda - Quartiere Fulvio Testi"),
        ("CITTA' STUDI", "Città Studi"),
        ("XXII MARZO", "XXII Marzo"),
        ("Centro Sportivo Xxv Aprile", "Centro Sportivo XXV Aprile"),
        ("CARELLA CANTÙ'", "Carella Cantù"),
        ("QT 8", "QT 8"),
        ("LORETO - CASORETTO - NOLO", "Loreto - Casoretto - NoLo"),
        ("RONCHETTO S/N", "Ronchetto S/N"),
        ("Parco Forlanini - ORTICA", "Parco Forlanini - Ortica"),
        ("Ex OM - MORIVIONE", "Ex OM - Morivione"),
        ("Via Del Cardellino", "Via del Cardellino"),
        ("VIA E. DE MARCHI, 17", "Via E. De Marchi, 17"),
        ("Forza E Coraggio A.S.D.", "Forza e Coraggio A.S.D."),
        ("PIAZZA DELL'ARTE", "Piazza dell'Arte"),
        ("DA VINCI", "Da Vinci"),
        ("  VIA   IVREA ", "Via Ivrea"),
        ("مسبح", "مسبح"),
        ("", ""),
    ],
)
def test_a_name_that_shouts_becomes_readable(shouted: str, readable: str) -> None:
    assert words.readable(shouted, MILAN) == readable


@given(st.text())
def test_any_text_becomes_readable(text: str) -> None:
    assert "  " not in words.readable(text, MILAN)


@given(st.text(alphabet="ABCDEÀÈIOXV'. -/(,)", max_size=20))
def test_a_readable_name_has_the_same_letters(text: str) -> None:
    assert words.normal(words.readable(text)) == words.normal(text)


def test_remarks_become_lines_without_stray_quotes_and_blanks() -> None:
    cell = '"Una vasca , coperta| due campi| |tre '
    assert words.lines(cell, "|") == "Una vasca, coperta\nDue campi\nTre"


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x9b", "\ud800", "\u202e"])
def test_a_character_that_cannot_be_shown_is_named(character: str) -> None:
    assert words.forbidden(f"Via{character}Iseo") == f"U+{ord(character):04X}"


def test_line_ends_and_joiners_are_no_trouble() -> None:
    assert words.forbidden("Via\tIseo\r\nක්‍රීඩා") == ""
