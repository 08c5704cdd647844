from pathlib import Path

import pytest

from central.importers import mapping
from central.importers.mapping import BadMapping, Offers
from tests.central.importers.files import AREAS, MAPPINGS, OFFERS


def read(tmp_path: Path, text: str) -> mapping.Mapped:
    file = tmp_path / "m.toml"
    file.write_text(text, "utf-8")
    return mapping.read(file)


def test_every_mapping_of_the_project_can_be_read_and_begins_with_an_explanation() -> None:
    files = sorted(MAPPINGS.glob("*.toml"))
    assert len(files) >= 3
    for file in files:
        assert mapping.read(file).dataset.id == file.stem
        assert file.read_text("utf-8").startswith("# ")


def test_the_sports_of_milan_have_titles_in_three_languages() -> None:
    mapped = mapping.read(MAPPINGS / "milan-ds629.toml")
    assert isinstance(mapped.rows, Offers)
    assert {tuple(category.title) for category in mapped.rows.categories.values()} == {("it", "en", "ar")}


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('format = "geojson"', 'format = "xml"', '"format" must be one of: geojson, csv, hsds'),
        ('format = "geojson"', 'format = "hsds"', '"rows" must be one of: services'),
        ('format = "geojson"', "", 'lacks "format"'),
        ('format = "geojson"', 'format = "geojson"\ncolour = 1', 'unknown key "colour"'),
        ('rows = "offers"', 'rows = "people"', '"rows" must be one of: offers, areas'),
        ("[dataset]", '[dataset]\ncolour = "x"', 'unknown key "dataset.colour"'),
        ('id = "borgo-sport"', "id = 629", '"dataset.id" must be a text'),
        ('id = "borgo-sport"', 'id = "Borgo.1"', "small letters"),
        ('title = "Sport a Borgo"', 'title = " "', '"dataset.title" is empty'),
        ("south = 45.3", 'south = "45.3"', '"box.south" must be degrees'),
        ("south = 45.3", "south = 49.3", "no box"),
        ("small = [", "small = [1, ", '"text.small" must be a list of texts'),
        ('name = "NAME"', "name = 1", '"place.name" must be the name of a property'),
        ('name = "NAME"', 'name = { from = "NAME", colour = 1 }', 'unknown key "place.name.colour"'),
        ('name = "NAME"', 'name = { from = "NAME", clean = "soap" }', '"place.name.clean" must be one of'),
        ('name = "NAME"', "name = { from = 'NAME', match = '(' }", "no regular expression"),
        ('key = ["STREET", "NAME"]', "key = []", '"place.key" is empty'),
        ('area_dataset = "borgo-areas"', "", "go together"),
        ('how = { it = "Chiama."', "how = { italiano_antico = 1", "no language"),
        ("physical_activity = 5 }", "physical_activity = 6 }", "a score from 0 to 5"),
        ("physical_activity = 5 }", "joy = 5 }", 'unknown pillar "categories.Tennis.pillars.joy"'),
        ('same = ["Tenis"]', 'same = ["NUOTO"]', 'the category "NUOTO" twice'),
        ("extra = { mail =", "extra = { title =", "choose another"),
        ("[place]", "[place", "not TOML"),
        ('name = "NAME"', 'name = ""', '"place.name" names no property'),
        ('name = "NAME"', "name = []", '"place.name" names no property'),
        ('name = "NAME"', "name = { from = [] }", '"place.name.from" names no property'),
        ('name = "NAME"', 'name = { from = "NAME", clean = "mails" }', '"place.name.clean" must be one of'),
        (
            'municipio = "ZONE"',
            'municipio = { from = "ZONE", clean = "text" }',
            '"place.municipio.clean" must be one of',
        ),
        ("Swimming", "Swim\u202eming", '"categories.Nuoto.title.en" holds a character that cannot be shown (U+202E)'),
    ],
)
def test_what_is_wrong_with_a_mapping_is_said_in_one_sentence(
    tmp_path: Path, old: str, new: str, sentence: str
) -> None:
    assert old in OFFERS
    with pytest.raises(BadMapping) as caught:
        read(tmp_path, OFFERS.replace(old, new, 1))
    assert sentence in str(caught.value)


def test_a_mapping_that_is_no_text_says_so(tmp_path: Path) -> None:
    (tmp_path / "m.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(BadMapping, match="UTF-8"):
        mapping.read(tmp_path / "m.toml")
    with pytest.raises(BadMapping, match="cannot be read"):
        mapping.read(tmp_path / "none.toml")


def test_a_mapping_of_areas_has_no_place_for_offers(tmp_path: Path) -> None:
    assert not isinstance(read(tmp_path, AREAS).rows, Offers)
    with pytest.raises(BadMapping, match='unknown key "place"'):
        read(tmp_path, AREAS + "[place]\n")


def test_a_number_of_five_thousand_digits_in_a_mapping_is_one_sentence_too(tmp_path: Path) -> None:
    with pytest.raises(BadMapping, match="not TOML"):
        read(tmp_path, "a = 1" + "0" * 5000)
