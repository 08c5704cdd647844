"""The moment at which a program stops without a word."""


class Crash(BaseException):
    """Power off, kill -9: not an Exception, so that no handler of the product ever sees it."""
