"""The screen checker: every screen and state, in every language and size, looked at by a machine.

``python -m tests.screens`` (``./dev screens``) goes through them all; ``test_screens`` through the quick part.
"""
