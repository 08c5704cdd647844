"""What HTTP message signatures (RFC 9421, Ed25519) cover: the same at both ends.

A station signs what it asks: keyid is its id, the parameters `created` and `nonce` are always there, a nonce is used
once. Central signs what it answers, refusals too: keyid is the kid of a wire key in hexadecimal, `nonce` is the one it
was asked with, so that an old answer is seen to be old, `tag` binds it to the request (`answer_tag`), and `created` is
authenticated server time. Digests (RFC 9530) are over the bytes as sent, that is after a content encoding; a snapshot,
which may come in ranges, has its `repr-digest` covered instead.
"""

import hashlib

LABEL = "station"
COMPONENTS = ("@method", "@path", "@query")
COMPONENTS_WITH_BODY = (*COMPONENTS, "content-digest")
NONCE_LONGEST = 64  # characters

CENTRAL_LABEL = "central"
ANSWER_COMPONENTS = ("@status", "content-digest")
SNAPSHOT_COMPONENTS = ("@status", "repr-digest")


def answer_tag(signature_input: str, signature: str) -> str:
    """The `tag` of an answer's signature: which request it answers, by the two header lines the request came with.

    A nonce alone would not do: whoever stands in between could ask something else with the same one.
    """
    return hashlib.sha256(f"{signature_input}\n{signature}".encode()).hexdigest()[:32]
