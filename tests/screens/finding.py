"""What a check says when something is wrong."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One fault: the name of the check, the item by its place in the tree, and what is wrong in plain words."""

    check: str
    where: str
    what: str
