"""Nouns and rules. Pure, frozen, total; standard library only (codes and keys: cbor2 and cryptography)."""
