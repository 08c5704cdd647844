"""Keys are a scan or a hand's, and none is lost on the way."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from kiosk.devices import framing
from kiosk.devices.framing import EMPTY, GAP_S, KEPT, SHORTEST, Burst, Fact, Reading, Scan, Typing

CODE = "WM10123456789ABCDEF"
SCANNER, HAND = 0.005, 0.15  # seconds between two keys
END = "\r"


def told(*keys: tuple[str, float]) -> list[Fact]:
    """The facts of some keys, each with the seconds since the key before; silence at the end."""
    burst, now = EMPTY, 100.0
    facts: list[Fact] = []
    for character, pause in keys:
        now += pause
        burst, said = framing.end(burst, now) if character == END else framing.key(burst, character, now)
        facts += said
    return [*facts, *framing.silence(burst)]


def at_pace(text: str, pause: float) -> list[tuple[str, float]]:
    return [(character, pause) for character in text]


def test_fast_keys_and_enter_are_a_scan() -> None:
    assert told(*at_pace(CODE + END, SCANNER)) == [Reading(), Scan(CODE)]


def test_fast_keys_and_silence_are_a_scan() -> None:
    assert told(*at_pace(CODE, SCANNER)) == [Reading(), Scan(CODE)]


def test_enter_that_comes_late_still_ends_a_scan() -> None:
    assert told(*at_pace(CODE, SCANNER), (END, 2.0)) == [Reading(), Scan(CODE)]


def test_keys_at_the_speed_of_a_hand_are_typing() -> None:
    assert told(*at_pace("Amina", HAND)) == [Typing(letter) for letter in "Amina"]


def test_a_long_word_by_hand_never_becomes_a_scan() -> None:
    assert told(*at_pace(CODE, HAND)) == [Typing(letter) for letter in CODE]


def test_a_fast_double_key_is_typing() -> None:
    assert told(("l", HAND), ("l", SCANNER), ("a", HAND)) == [Reading(), Typing("ll"), Typing("a")]


def test_enter_after_typing_gives_the_typing_back_first() -> None:
    assert told(("a", HAND), (END, SCANNER)) == [Typing("a")]
    assert told(("a", HAND), (END, HAND)) == [Typing("a")]


def test_enter_alone_is_nobody_s_scan() -> None:
    assert told((END, HAND), (END, SCANNER)) == []


def test_two_scans_one_after_the_other_are_two() -> None:
    both = told(*at_pace(CODE + END, SCANNER), *at_pace("SECOND" + END, SCANNER))
    assert both == [Reading(), Scan(CODE), Reading(), Scan("SECOND")]


def test_two_scans_without_enter_are_parted_by_the_silence_between_them() -> None:
    both = told(*at_pace(CODE, SCANNER), ("S", HAND), *at_pace("ECOND", SCANNER))
    assert both == [Reading(), Scan(CODE), Reading(), Scan("SECOND")]


def test_a_hand_s_key_before_a_scan_is_not_part_of_it() -> None:
    assert told(("x", HAND), ("W", HAND), *at_pace(CODE[1:] + END, SCANNER)) == [Typing("x"), Reading(), Scan(CODE)]


@pytest.mark.parametrize(("length", "fact"), [(SHORTEST - 1, Typing), (SHORTEST, Scan)])
def test_fewer_keys_than_any_code_has_are_typing(length: int, fact: type[Fact]) -> None:
    assert [type(said) for said in told(*at_pace(CODE[:length] + END, SCANNER))] == [Reading, fact]


def test_a_pause_of_exactly_the_gap_is_still_one_burst() -> None:
    assert framing.key(Burst("a", 0.0), "b", GAP_S)[0].text == "ab"
    assert framing.key(Burst("a", 0.0), "b", GAP_S + 0.001)[0].text == "b"


def test_a_burst_without_end_is_kept_to_a_limit_and_is_one_scan() -> None:
    assert told(*at_pace("9" * 10_000 + END, SCANNER)) == [Reading(), Scan("9" * KEPT)]


@given(st.lists(st.tuples(st.sampled_from("aZ1 è" + END), st.floats(0, 0.2)), max_size=60))
@settings(max_examples=200, deadline=None)
def test_no_key_is_lost_and_none_comes_twice(keys: list[tuple[str, float]]) -> None:
    facts = told(*keys)
    assert "".join(fact.text for fact in facts if not isinstance(fact, Reading)) == "".join(
        character for character, _ in keys if character != END
    )
    assert all(len(fact.text) >= SHORTEST for fact in facts if isinstance(fact, Scan))
    assert all(0 < len(fact.text) < SHORTEST for fact in facts if isinstance(fact, Typing))


@given(st.lists(st.tuples(st.sampled_from("aZ1" + END), st.floats(0.051, 3)), max_size=40))
@settings(max_examples=100, deadline=None)
def test_a_hand_is_never_taken_for_a_scanner(keys: list[tuple[str, float]]) -> None:
    assert all(isinstance(fact, Typing) for fact in told(*keys))


class Keyboard(RuleBasedStateMachine):
    """A hand and a scanner at one keyboard, with the window's timer for silence, against a plain account of both."""

    @initialize()
    def nobody(self) -> None:
        self.burst, self.now = EMPTY, 50.0
        self.expected: list[Fact] = []  # what one who sees the whole burst would say, Reading aside
        self.pending = ""
        self.said: list[Fact] = []

    def _closed(self) -> None:
        if self.pending:
            self.expected.append(Scan(self.pending) if len(self.pending) >= SHORTEST else Typing(self.pending))
        self.pending = ""

    def _hears(self, facts: tuple[Fact, ...]) -> None:
        self.said += [fact for fact in facts if not isinstance(fact, Reading)]
        assert facts.count(Reading()) <= 1
        assert self.said == self.expected
        assert self.burst.text == self.pending

    @rule(character=st.sampled_from("aB3"), slow=st.booleans())
    def key(self, character: str, slow: bool) -> None:
        self.now += HAND if slow else SCANNER
        if slow:
            self._closed()
        self.pending = (self.pending + character)[:KEPT]
        self.burst, facts = framing.key(self.burst, character, self.now)
        self._hears(facts)
        assert (Reading() in facts) == (len(self.pending) == 2)

    @rule(text=st.text("ABC123", min_size=2, max_size=12))
    def scan(self, text: str) -> None:
        for character in text:
            self.key(character, slow=False)

    @rule(slow=st.booleans())
    def enter(self, slow: bool) -> None:
        self.now += HAND if slow else SCANNER
        self._closed()
        self.burst, facts = framing.end(self.burst, self.now)
        self._hears(facts)

    @rule()
    def silence(self) -> None:
        """The window's timer fires, as it does when no key has come for the gap."""
        self.now += HAND
        self._closed()
        facts, self.burst = framing.silence(self.burst), EMPTY
        self._hears(facts)


TestKeyboard = Keyboard.TestCase
TestKeyboard.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)


@pytest.mark.parametrize(
    ("text", "character", "may"),
    [("", "W", True), ("", "w", True), ("", "N", False), ("W", "i", False), ("WM1", "N", True), ("", "1", False)],
)
def test_where_people_type_a_scan_is_known_by_how_it_begins(text: str, character: str, may: bool) -> None:
    assert framing.may_be_scan(framing.Burst(text), character, "WM1") is may
    assert framing.may_be_scan(framing.Burst(text), character, "")
