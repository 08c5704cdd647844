"""The deterministic simulation: real station cores and the real central core in one thread, driven by one seed.

Clocks, the network and the scheduler are passed in. After every step the guarantees of OFFLINE.md are checked; what
a seed found, the same seed finds again.
"""
