import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from central.importers.mending import mended


@pytest.mark.parametrize(
    ("mangled", "meant"),
    [
        ("attivitÃ ", "attività"),
        ("attivitÃ\u00a0 sportive", "attività sportive"),
        ("attivitÃ sportive", "attività sportive"),
        ("SOCIETÃ€", "SOCIETÀ"),
        ("perchÃ©", "perché"),
        ("dellâ€™anno", "dell’anno"),
        ("NÂ° 5", "N° 5"),
        ("MercoledÃ¬", "Mercoledì"),
        ("CittÃ\u0192Â\u00a0", "Città"),
    ],
)
def test_text_that_was_decoded_wrongly_is_mended(mangled: str, meant: str) -> None:
    assert mended(mangled).strip() == meant


@pytest.mark.parametrize(
    "text",
    ["Città", "SÃO PAULO", "Ünal", "€ 5", "“ciao”", "È", "Â", "ñandú", "Łódź", "«c’è’”»", "è’’", "È°È’", "المسبح"],
)
def test_text_that_is_right_stays(text: str) -> None:
    assert mended(text) == text


@given(st.text(alphabet="abcèéàòùìÈÀ'’ °€", max_size=20))
@example("È°È’")
@example("é’°é’°")
def test_italian_decoded_as_windows_1252_comes_back(text: str) -> None:
    assert mended(text.encode().decode("cp1252", "ignore")) == text


@given(st.text())
def test_mending_ends_and_mends_once(text: str) -> None:
    mended(text)


def test_words_of_other_scripts_are_mended_with_their_single_letters() -> None:
    meant = "Biblioteca محمد و علي, Бібліотека"
    assert mended(meant.encode().decode("latin-1")) == meant
    assert mended("«CAFFÈ» PIÙ»") == "«CAFFÈ» PIÙ»"
