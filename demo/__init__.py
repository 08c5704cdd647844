"""The demonstration: a whole city on one machine. Its families are invented."""
