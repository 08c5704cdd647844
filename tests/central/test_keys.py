import json
import stat
from pathlib import Path

import pytest

from central import keys
from central.keys import KeysUnreadable, load_or_make
from central.opening import WrongKeys, open_central, opened
from central.settings import Settings
from kiosk.domain.keys import KeyState, Purpose, fingerprint
from tests.central.conftest import settings_in


def made(folder: Path) -> keys.Keys:
    return load_or_make(folder / keys.ROOT_FILE, folder / keys.WORKING_FILE)


def test_keys_are_made_once_for_their_owner_only(tmp_path: Path) -> None:
    first, again = made(tmp_path), made(tmp_path)
    assert first.root_public == again.root_public
    assert first.signed_list == again.signed_list
    assert [stat.S_IMODE(file.stat().st_mode) for file in sorted(tmp_path.iterdir())] == [0o600, 0o600]


def test_the_root_certifies_one_key_for_each_purpose_with_short_kids(tmp_path: Path) -> None:
    listed = made(tmp_path).listed()
    assert {key.purpose for key in listed.keys} == {Purpose.WIRE, Purpose.CARDS, Purpose.GRANTS}
    assert {key.state for key in listed.keys} == {KeyState.CURRENT}
    assert all(len(key.kid) == 1 for key in listed.keys)
    assert len({key.kid for key in listed.keys}) == 3


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
