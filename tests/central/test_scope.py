from central import scope


def test_a_touchscreen_sees_the_public_its_hub_and_its_own_grants() -> None:
    assert scope.seen_by("s1", "h1", "touch") == ("public", "hub:h1", "station:s1")


def test_a_desk_sees_the_full_records_of_its_hub_too() -> None:
    assert set(scope.seen_by("s1", "h1", "desk")) == {"public", "hub:h1", "station:s1", "desk:h1"}


def test_an_unknown_role_sees_no_more_than_a_touchscreen() -> None:
    assert scope.seen_by("s1", "h1", "director") == scope.seen_by("s1", "h1", "touch")


def test_a_hub_is_read_from_a_hubs_scope_only() -> None:
    assert [scope.hub_in(one) for one in ("hub:h1", "desk:h1", "public")] == ["h1", "", ""]
