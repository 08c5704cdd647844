"""The desk's sessions: what is coming, how its places stand, who is in it and who waits."""
