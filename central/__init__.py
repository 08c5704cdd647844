"""The server side: owns the catalogue and what stations are granted; feeds stations and judges their events."""
