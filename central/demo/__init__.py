"""The demonstration city: invented, and saying so. Its data are the TOML files beside this code."""

from central.demo.families import cards
from central.demo.loading import Loaded, load

__all__ = ["Loaded", "cards", "load"]
