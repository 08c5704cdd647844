"""The demonstration city: invented, and saying so. Its data are the TOML files beside this code."""

from central.demo.families import cards, people, three_pictures
from central.demo.loading import Loaded, load
from central.demo.staff import cards as staff_cards
from central.demo.staff import names as staff_names
from central.demo.staff import pin

__all__ = ["Loaded", "cards", "load", "people", "pin", "staff_cards", "staff_names", "three_pictures"]
