"""Findings about this station, for the command line and for the screens alike."""
