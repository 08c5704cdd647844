"""Programs that are measured, each in a process of its own. They print one JSON line, or an address and serve."""
