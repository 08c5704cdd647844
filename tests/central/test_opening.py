import stat
import threading
from pathlib import Path

from central import feed
from central.db import meta, reading, writing
from central.opening import Central, open_central
from central.settings import Settings, default_database
from kiosk.domain import keys
from tests.central.conftest import settings_in


def test_the_key_list_is_published(central: Central) -> None:
    with reading(central.engine) as tx:
        record = feed.get(tx, "key_list", "keys")
    assert record is not None
    assert keys.open_list(bytes.fromhex(record["signed"]), central.keys.root_public) == central.keys.listed()


def test_opening_again_changes_nothing(settings: Settings) -> None:
    seen = set()
    for _ in range(2):
        central = open_central(settings)
        with reading(central.engine) as tx:
            seen.add((meta.get(tx, "epoch"), meta.highest_rev(tx), central.keys.root_public))
        central.close()
    assert len(seen) == 1


def test_the_database_is_for_its_owner_only(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    central = open_central(settings)
    with writing(central.engine) as tx:
        feed.publish(tx, "note", "a", {})
    assert {stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()} == {0o600}
    central.close()


def test_each_database_has_an_epoch_of_its_own(tmp_path: Path, central: Central) -> None:
    other = open_central(settings_in(tmp_path / "other"))
    with reading(central.engine) as here, reading(other.engine) as there:
        assert meta.get(here, "epoch") != meta.get(there, "epoch")
    other.close()


def test_of_several_that_open_a_new_database_at_once_all_agree(tmp_path: Path) -> None:
    opened: list[Central] = []
    threads = [threading.Thread(target=lambda: opened.append(open_central(settings_in(tmp_path)))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({central.keys.root_public for central in opened}) == 1
    assert len(opened) == 4
    for central in opened:
        central.close()


def test_the_database_lies_in_the_users_data_folder_by_default() -> None:
    assert default_database().startswith("sqlite:///")
    assert default_database().endswith("wishmi-central/central.db")
