"""Money and places in the simulation: tiny amounts, so that every bound is soon reached.

Four vouchers of EUR 6 from two funds, two sessions of four places, purses of EUR 3. People redeem, reverse, sign up and
cancel; what a green screen said is remembered, and held against the stations' disks and central's books.
"""
