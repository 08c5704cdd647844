"""Of a PIN only a verifier is kept, and what comes as one may not stop the machine."""

import pytest

from kiosk.domain import verifiers
from kiosk.domain.verifiers import MEMORY_KIB, PASSES  # before tests make them cheap


def test_a_verifier_tells_its_secret_from_others() -> None:
    made = verifiers.make("271828")
    assert "271828" not in made
    assert verifiers.is_verifier(made)
    assert verifiers.holds(made, "271828")
    assert not verifiers.holds(made, "271829")


def test_a_verifier_costs_whoever_guesses_what_the_rfc_recommends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verifiers, "MEMORY_KIB", MEMORY_KIB)
    monkeypatch.setattr(verifiers, "PASSES", PASSES)
    made = verifiers.make("271828")
    assert made.startswith("$argon2id$v=19$m=65536,t=3,p=1$")
    assert verifiers.holds(made, "271828")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "271828",
        None,
        "$argon2i$v=19$m=65536,t=3,p=1$c29tZXNhbHRzb21l$" + "a" * 43,
        "$argon2id$v=19$m=9999999,t=3,p=1$c29tZXNhbHRzb21l$" + "a" * 43,  # ten gigabytes
        "$argon2id$v=19$m=65536,t=99,p=1$c29tZXNhbHRzb21l$" + "a" * 43,
        "$argon2id$v=19$m=65536,t=3,p=9$c29tZXNhbHRzb21l$" + "a" * 43,
    ],
)
def test_what_is_no_verifier_or_asks_for_too_much_holds_nothing(text: str) -> None:
    assert not verifiers.is_verifier(text)
    assert not verifiers.holds(text, "271828")
