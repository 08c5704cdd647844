import json
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from http_message_signatures.exceptions import HTTPMessageSignaturesException

from central import feed, keyfiles, keys, rotation
from central.db import reading, writing
from central.grants import sign_cards
from central.keyfiles import KeysUnreadable, load_or_make
from central.opening import Central, WrongKeys, open_central, opened
from central.settings import Settings
from kiosk.domain import codes, wire
from kiosk.domain.codes import Code
from kiosk.domain.keys import EMPTY, Key, KeyList, KeyState, Purpose, fingerprint, open_list, raw_public, sign_list
from tests.central.conftest import NOON, settings_in
from tests.central.station import Station, feed_path, send, signed, verified


def made(folder: Path) -> keys.Keys:
    return load_or_make(folder / keys.ROOT_FILE, folder / keys.WORKING_FILE)


def test_keys_are_made_once_for_their_owner_only(tmp_path: Path) -> None:
    first, again = made(tmp_path), made(tmp_path)
    assert first.root_public == again.root_public
    assert first.signed_list == again.signed_list
    assert [stat.S_IMODE(file.stat().st_mode) for file in sorted(tmp_path.iterdir())] == [0o600, 0o600]


def test_the_root_certifies_one_key_for_each_purpose_and_the_next_with_short_kids(tmp_path: Path) -> None:
    listed = made(tmp_path).listed()
    for state in (KeyState.CURRENT, KeyState.NEXT):
        purposes = [key.purpose for key in listed.keys if key.state is state]
        assert sorted(purposes) == sorted([Purpose.WIRE, Purpose.CARDS, Purpose.GRANTS])
    assert all(len(key.kid) == 1 for key in listed.keys)
    assert len({key.kid for key in listed.keys}) == len(listed.keys) == 6


def test_central_works_while_the_root_key_is_away(tmp_path: Path) -> None:
    root = made(tmp_path).root_public
    (tmp_path / keys.ROOT_FILE).unlink()
    assert made(tmp_path).root_public == root


@pytest.mark.parametrize("content", ["", "{}", '{"working": []}', "[1]", "\x00"])
def test_a_spoiled_key_file_is_said_so(tmp_path: Path, content: str) -> None:
    (tmp_path / keys.WORKING_FILE).write_text(content)
    with pytest.raises(KeysUnreadable):
        made(tmp_path)


def test_a_spoiled_root_key_is_said_so(tmp_path: Path) -> None:
    (tmp_path / keys.ROOT_FILE).write_text("abc")
    with pytest.raises(KeysUnreadable):
        made(tmp_path)


def test_a_database_does_not_open_with_other_keys(settings: Settings) -> None:
    settings.working_file().unlink()
    with pytest.raises(WrongKeys):
        open_central(settings)
    settings.root_file().unlink()
    made(settings.folder())
    with pytest.raises(WrongKeys):
        open_central(settings)


def test_the_root_key_may_lie_elsewhere(tmp_path: Path) -> None:
    root = tmp_path / "stick" / "root"
    with opened(Settings(database=settings_in(tmp_path).database, root_key=root)) as central:
        assert fingerprint(central.keys.root_public) == central.keys.fingerprint()
    assert root.exists()
    assert not (tmp_path / keys.ROOT_FILE).exists()


def test_no_private_key_is_in_the_list(tmp_path: Path) -> None:
    signed = made(tmp_path).signed_list
    working = json.loads((tmp_path / keys.WORKING_FILE).read_text())["working"]
    assert not [row for row in working.values() if bytes.fromhex(row["private"]) in signed]


# --- rotation -------------------------------------------------------------------------------------------------------


def of(listed: KeyList, purpose: Purpose) -> list[tuple[bytes, KeyState]]:
    return [(key.kid, key.state) for key in listed.keys if key.purpose is purpose]


def rotate(central: Central, settings: Settings, purpose: Purpose, *, revoke: bool = False) -> keys.Keys:
    return rotation.rotate(central, settings.root_file(), purpose, revoke=revoke)


def test_the_announced_key_becomes_the_current_one(tmp_path: Path) -> None:
    before = made(tmp_path)
    root = keyfiles.root(tmp_path / keys.ROOT_FILE)
    now = keys.rotated(root, before, EMPTY, Purpose.WIRE, revoke=False)
    assert of(now.listed(), Purpose.WIRE) == [
        (b"\x01", KeyState.VERIFY_ONLY),
        (b"\x04", KeyState.CURRENT),
        (b"\x07", KeyState.NEXT),
    ]
    assert of(now.listed(), Purpose.CARDS) == of(before.listed(), Purpose.CARDS)
    assert (now.cards, now.grants) == (before.cards, before.grants)
    announced = before.listed().find(b"\x04", Purpose.WIRE)
    assert announced is not None
    assert raw_public(now.wire.key) == announced.public
    assert now.wire.kid == b"\x04"
    assert now.listed().number == before.listed().number + 1


def test_no_kid_is_ever_used_again(tmp_path: Path) -> None:
    working = made(tmp_path)
    root = keyfiles.root(tmp_path / keys.ROOT_FILE)
    seen: dict[bytes, bytes] = {}
    with pytest.raises(ValueError, match="no kid is left"):
        while True:
            for key in working.listed().keys:
                assert seen.setdefault(key.kid, key.public) == key.public
            working = keys.rotated(root, working, EMPTY, Purpose.CARDS, revoke=False)
    assert len(seen) == 255


def test_the_file_that_works_does_not_hold_the_next_key(tmp_path: Path) -> None:
    """Whoever steals it cannot sign with what a revocation puts in its place."""
    before = made(tmp_path)
    root = keyfiles.root(tmp_path / keys.ROOT_FILE)
    now = keys.rotated(root, before, EMPTY, Purpose.WIRE, revoke=True)
    assert now.wire.key.private_bytes_raw().hex() not in (tmp_path / keys.WORKING_FILE).read_text()
    assert of(now.listed(), Purpose.WIRE)[0] == (b"\x01", KeyState.REVOKED)


def test_a_working_file_from_before_a_rotation_is_taken_further_not_back(tmp_path: Path) -> None:
    old = made(tmp_path)
    root = keyfiles.root(tmp_path / keys.ROOT_FILE)
    fed = keys.rotated(root, keys.rotated(root, old, EMPTY, Purpose.WIRE, False), EMPTY, Purpose.CARDS, False).listed()
    now = keys.rotated(root, old, fed, Purpose.WIRE, revoke=False).listed()
    assert now.number == fed.number + 1
    held = {key.kid: key.public for key in fed.keys}
    assert all(held.get(key.kid, key.public) == key.public for key in now.keys)
    assert [state for _, state in of(now, Purpose.WIRE)].count(KeyState.CURRENT) == 1
    assert of(now, Purpose.CARDS) == of(fed, Purpose.CARDS)


def test_a_next_key_that_another_root_announced_is_not_taken_up(tmp_path: Path) -> None:
    working = made(tmp_path)
    root = keyfiles.root(tmp_path / keys.ROOT_FILE)
    strange = Key(b"\x09", Purpose.WIRE, KeyState.NEXT, bytes(32))
    fed = KeyList(5, (*[key for key in working.listed().keys if key.state is KeyState.CURRENT], strange))
    now = keys.rotated(root, working, fed, Purpose.WIRE, revoke=False)
    assert of(now.listed(), Purpose.WIRE) == [
        (b"\x01", KeyState.VERIFY_ONLY),
        (b"\x09", KeyState.REVOKED),
        (b"\x0a", KeyState.CURRENT),
        (b"\x0b", KeyState.NEXT),
    ]


def test_keys_of_an_older_release_get_their_next_ones_when_the_root_is_at_hand(settings: Settings) -> None:
    file, root = settings.working_file(), keyfiles.root(settings.root_file())
    new = keyfiles.load(file)
    assert new is not None
    current = tuple(key for key in new.listed().keys if key.state is KeyState.CURRENT)
    older = replace(new, signed_list=sign_list(root, KeyList(1, current)))
    file.write_text(keyfiles.dump(older))
    aside = settings.root_file().rename(settings.folder() / "aside")
    with opened(settings) as central:
        assert len(central.keys.listed().keys) == 3
    aside.rename(settings.root_file())
    with opened(settings) as central:
        assert len(central.keys.listed().keys) == 6
        assert central.keys.listed().number == 2
    with opened(settings) as central:
        assert central.keys.listed().number == 2


def test_a_rotation_is_fed_and_answers_are_signed_with_the_new_key_at_once(
    settings: Settings, central: Central, station: Station
) -> None:
    """`central` goes on serving: another process rotates."""
    cursor = station.feed().to
    with opened(settings) as elsewhere:
        rotate(elsewhere, settings, Purpose.WIRE)
    page = station.feed(cursor)
    (item,) = page.items
    assert isinstance(item, wire.Item)
    assert (item.kind, item.id) == ("key_list", "keys")
    now = open_list(bytes.fromhex(item.data["signed"]), central.keys.root_public)
    assert now == central.keys.listed()
    asked = signed(station.id, station.key, "GET", "/v1/digests")
    answer = send(station.app, "GET", "/v1/digests", b"", asked)
    assert verified(answer, asked, now).parameters["keyid"] == "04"


def test_an_answer_under_a_revoked_key_is_no_answer(settings: Settings, central: Central, station: Station) -> None:
    asked = signed(station.id, station.key, "GET", feed_path(wire.BEGIN))
    answer = send(station.app, "GET", feed_path(wire.BEGIN), b"", asked)
    now = rotate(central, settings, Purpose.WIRE, revoke=True)
    verified(answer, asked, station.listed)
    with pytest.raises(HTTPMessageSignaturesException):
        verified(answer, asked, now.listed())


def test_anybody_gets_the_newest_list(settings: Settings, central: Central, station: Station) -> None:
    old = settings.working_file().read_text()
    now = rotate(central, settings, Purpose.GRANTS)
    settings.working_file().write_text(old)  # of a machine that was not brought the new file
    answer = send(station.app, "GET", "/v1/keys")
    assert wire.parse_signed(answer.content) == now.signed_list
    with opened(settings) as central, reading(central.engine) as tx:
        record = feed.get(tx, "key_list", "keys")
    assert record == {"signed": now.signed_list.hex()}


def test_cards_outlive_a_rotation_and_are_known_to_be_of_a_revoked_key(settings: Settings, central: Central) -> None:
    with writing(central.engine) as tx:
        card = sign_cards(tx, central.keys, 1, NOON.date())[0]
    states = []
    for revoke in (False, True):
        read = codes.read(card.code, rotate(central, settings, Purpose.CARDS, revoke=revoke).listed())
        assert isinstance(read, Code)
        states.append(read.key_state)
    assert states == [KeyState.VERIFY_ONLY, KeyState.VERIFY_ONLY]  # what was revoked is the key after it
    with writing(central.engine) as tx:
        card = sign_cards(tx, central.keys, 1, NOON.date())[0]
    read = codes.read(card.code, rotate(central, settings, Purpose.CARDS, revoke=True).listed())
    assert isinstance(read, Code)
    assert (read.serial, read.key_state) == (card.serial, KeyState.REVOKED)


def test_nothing_is_rotated_without_the_root_key_or_with_another(
    settings: Settings, central: Central, tmp_path: Path
) -> None:
    before = settings.working_file().read_bytes()
    made(tmp_path / "other")
    for wrong in (tmp_path / "none", tmp_path / "other" / keys.ROOT_FILE):
        with pytest.raises((OSError, ValueError)):
            rotation.rotate(central, wrong, Purpose.WIRE, revoke=False)
    assert settings.working_file().read_bytes() == before


def test_a_rotation_cut_short_before_it_was_fed_is_fed_at_the_next_opening(settings: Settings) -> None:
    with opened(settings) as central:
        root = keyfiles.root(settings.root_file())
        now = keys.rotated(root, central.keys, EMPTY, Purpose.CARDS, revoke=False)
        settings.working_file().write_text(keyfiles.dump(now))
    with opened(settings) as central, reading(central.engine) as tx:
        assert feed.get(tx, "key_list", "keys") == {"signed": now.signed_list.hex()}


@pytest.mark.parametrize("content", ["", "{}"])
def test_a_running_central_keeps_its_keys_when_the_file_is_spoiled(
    settings: Settings, central: Central, content: str, caplog: pytest.LogCaptureFixture
) -> None:
    before, text = central.keys, settings.working_file().read_text()
    settings.working_file().write_text(content)
    assert central.keys is before
    assert central.keys is before
    assert len(caplog.records) == 1
    settings.working_file().unlink()
    assert central.keys is before
    settings.working_file().write_text(text)
    assert central.keys.signed_list == before.signed_list


def test_a_running_central_does_not_take_another_roots_keys(
    settings: Settings, central: Central, tmp_path: Path
) -> None:
    before = central.keys
    made(tmp_path / "other")
    settings.working_file().write_bytes((tmp_path / "other" / keys.WORKING_FILE).read_bytes())
    assert central.keys is before
