"""Importers: files of the city's open data become records of the catalogue."""

from central.importers.importing import run
from central.importers.report import BadRow, Count, Report

__all__ = ["BadRow", "Count", "Report", "run"]
