"""A station's settings: defaults, changed by a file whose mistakes are named."""

from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from kiosk import settings
from kiosk.addresses import Address, Way
from kiosk.settings import BadSettings, Devices, Idle, Settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "station.toml"


def test_without_a_file_there_are_defaults() -> None:
    found = settings.load(None)
    assert found == Settings()
    assert (found.language, found.width, found.height, found.full_screen) == ("it", 1080, 1920, True)
    assert found.idle == Idle(browsing=120, outcome=10, question=30)


def test_an_empty_file_changes_nothing(file: Path) -> None:
    file.write_text("")
    assert settings.load(file) == Settings()


def test_a_file_changes_what_it_names_and_nothing_else(file: Path) -> None:
    file.write_text('data = "/srv/hub"\nlanguage = "en"\npx_per_mm = 3\nwidth = 800\nfull_screen = false\n')
    assert settings.load(file) == Settings(
        data=Path("/srv/hub"), language="en", px_per_mm=3, width=800, full_screen=False
    )


def test_the_store_and_its_key_lie_in_the_data_folder() -> None:
    found = Settings(data=Path("/srv/hub"))
    assert (found.store, found.key_file) == (Path("/srv/hub/hub.db"), Path("/srv/hub/hub.key"))


def test_the_data_folder_may_be_said_from_home(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    file.write_text('data = "~/hub"')
    assert settings.load(file).data == tmp_path / "hub"


@pytest.mark.parametrize("name", ["langage", "idle", "age_bands", "store", "__class__"])
def test_a_setting_nobody_knows_is_named_with_those_that_are_known(file: Path, name: str) -> None:
    file.write_text(f'{name} = "x"')
    with pytest.raises(BadSettings, match=f"{file}: unknown setting '{name}'; known are data, exports, language"):
        settings.load(file)


@pytest.mark.parametrize(
    ("line", "want"),
    [
        ("data = 1", "data wants a str"),
        ("language = true", "language wants a str"),
        ('px_per_mm = "2.7"', "px_per_mm wants a float"),
        ("width = 10.5", "width wants a int"),
        ("width = true", "width wants a int"),
        ('height = "1920"', "height wants a int"),
        ("full_screen = 1", "full_screen wants a bool"),
        ("[width]", "width wants a int"),
    ],
)
def test_a_setting_of_the_wrong_type_is_named(file: Path, line: str, want: str) -> None:
    file.write_text(line)
    with pytest.raises(BadSettings, match=want):
        settings.load(file)


def test_devices_are_none_until_the_file_names_them(file: Path) -> None:
    assert settings.load(None).devices == Devices(camera="", serial="", printer="", receipt_printer=None)
    file.write_text(
        '[devices]\ncamera = "any"\nserial = "/dev/ttyACM0"\nprinter = "default"\n'
        'receipt_printer = "file:/dev/usb/lp0"\nreceipt_roll = 58\n'
    )
    assert settings.load(file).devices == Devices(
        camera="any",
        serial="/dev/ttyACM0",
        printer="default",
        receipt_printer=Address(Way.FILE, "/dev/usb/lp0"),
        receipt_roll=58,
    )


def test_a_receipt_printer_may_be_said_to_be_none(file: Path) -> None:
    file.write_text('[devices]\nreceipt_printer = ""')
    assert settings.load(file).devices.receipt_printer is None


@pytest.mark.parametrize(
    ("line", "want"),
    [
        ("camera = true", "camera wants a text"),
        ("serial = 1", "serial wants a text"),
        ('receipt_printer = "usb:04b8:0e15"', "receipt_printer wants file:/PATH, serial:/PATH or tcp:HOST"),
        ("receipt_roll = 57", "receipt_roll wants 58 or 80"),
        ('receipt_roll = "80"', "receipt_roll wants 58 or 80"),
        ('webcam = "any"', "devices knows camera, printer, receipt_printer, receipt_roll, serial"),
    ],
)
def test_a_device_that_is_set_wrongly_is_named(file: Path, line: str, want: str) -> None:
    file.write_text(f"[devices]\n{line}")
    with pytest.raises(BadSettings, match=want):
        settings.load(file)


@pytest.mark.parametrize("content", [b"language = ", b"language", b"= 1", b"\xff\xfe", b"width = 1\nwidth = 2"])
def test_a_file_that_is_no_toml_is_refused(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(BadSettings, match=str(file)):
        settings.load(file)


def test_a_file_that_is_asked_for_must_be_there(file: Path) -> None:
    with pytest.raises(BadSettings, match="No such file"):
        settings.load(file)
    with pytest.raises(BadSettings, match="Is a directory"):
        settings.load(file.parent)


def test_settings_never_change_while_the_station_runs() -> None:
    with pytest.raises(FrozenInstanceError):
        Settings().width = 1  # type: ignore[misc]
