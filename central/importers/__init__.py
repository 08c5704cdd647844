"""Importers: files of the city's open data become records of the catalogue."""

from central.importers.importing import Prepared, prepare, run, write
from central.importers.report import BadRow, Count, Report

__all__ = ["BadRow", "Count", "Prepared", "Report", "prepare", "run", "write"]
