"""What HTTP message signatures (RFC 9421, Ed25519) cover: the same at both ends.

A station signs what it asks: keyid is its id, the parameters `created` and `nonce` are always there, a nonce is used
once. Central signs what it answers, refusals too: keyid is the kid of a wire key in hexadecimal, `nonce` is the one it
was asked with, so that an old answer is seen to be old, and `created` is authenticated server time. Digests (RFC 9530)
are over the bytes as sent, that is after a content encoding; a snapshot, which may come in ranges, has its
`repr-digest` covered instead.
"""

LABEL = "station"
COMPONENTS = ("@method", "@path", "@query")
COMPONENTS_WITH_BODY = (*COMPONENTS, "content-digest")
NONCE_LONGEST = 64  # characters

CENTRAL_LABEL = "central"
ANSWER_COMPONENTS = ("@status", "content-digest")
SNAPSHOT_COMPONENTS = ("@status", "repr-digest")
