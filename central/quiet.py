"""Logging of failures without the words in them: an exception's text may quote a family's data, its path does not."""

import traceback


def path_of(problem: BaseException) -> str:
    """The exception's type and where it came through."""
    frames = traceback.extract_tb(problem.__traceback__)
    return f"{type(problem).__name__} through " + " > ".join(f"{frame.name}:{frame.lineno}" for frame in frames)
