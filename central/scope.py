"""Who may see what. Pure.

A record has one scope: "public", "hub:<hub>" (a touch projection, the bindings of cards), "desk:<hub>" (full records,
for the hub's desks only) or "station:<id>" (what was granted to one station).
"""

PUBLIC = "public"


def of_hub(hub: str) -> str:
    return f"hub:{hub}"


def of_desk(hub: str) -> str:
    return f"desk:{hub}"


def of_station(station: str) -> str:
    return f"station:{station}"


def hub_of_desk(scope: str) -> str:
    """The hub of a desk's scope, "" for any other."""
    return scope[5:] if scope.startswith("desk:") else ""


def hub_in(scope: str) -> str:
    """The hub of a hub's scope, "" for any other."""
    return scope[4:] if scope.startswith("hub:") else ""


def seen_by(station: str, hub: str, role: str) -> tuple[str, ...]:
    """The scopes a station may see; `role` is "touch" or "desk", anything else sees as little as a touchscreen."""
    seen = (PUBLIC, of_hub(hub), of_station(station))
    return (*seen, of_desk(hub)) if role == "desk" else seen
