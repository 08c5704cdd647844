"""The checks: each a function from a scene to the faults in it."""
