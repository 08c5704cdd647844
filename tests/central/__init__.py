"""Tests of central: real databases in temporary folders, real signatures, no network."""
