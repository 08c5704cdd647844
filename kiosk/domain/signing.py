"""What HTTP message signatures (RFC 9421, Ed25519) cover: the same at both ends.

A station signs what it asks: keyid is its id, the parameters `created` and `nonce` are always there, a nonce is used
once. Central signs what it answers, refusals too: keyid is the kid of a wire key in hexadecimal, `nonce` is the one it
was asked with, so that an old answer is seen to be old, `tag` binds it to the request (`answer_tag`), and `created` is
authenticated server time. Digests (RFC 9530) are over the bytes as sent, that is after a content encoding; a snapshot,
which may come in ranges, has its `repr-digest` covered instead.

Signatures are written here in one way of the many that the standard allows, and read in that one: it takes a tenth of
the time of reading them all. What is written in any other way `read` does not know, and is the library's to judge.
"""

import base64
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

LABEL = "station"
COMPONENTS = ("@method", "@path", "@query")
COMPONENTS_WITH_BODY = (*COMPONENTS, "content-digest")
NONCE_LONGEST = 64  # characters

CENTRAL_LABEL = "central"
ANSWER_COMPONENTS = ("@status", "content-digest")
SNAPSHOT_COMPONENTS = ("@status", "repr-digest")

_TEXT = r"[\x20\x21\x23-\x5b\x5d-\x7e]*"  # what stands in a string of the standard as it is, without backslashes
_INPUT = re.compile(
    r'(?P<label>[a-z]+)=\((?P<covered>"[a-z@-]+"(?: "[a-z@-]+")*)\)'
    rf';created=(?P<created>0|[1-9][0-9]{{0,14}});keyid="(?P<keyid>{_TEXT})";alg="ed25519"'
    rf';nonce="(?P<nonce>{_TEXT})"(?:;tag="(?P<tag>{_TEXT})")?'
)
_SIGNATURE = re.compile(r"(?P<label>[a-z]+)=:(?P<bytes>[A-Za-z0-9+/]{85}[AQgw]==):")
_PLAIN_METHOD, _PLAIN_PATH = re.compile("[A-Z]+"), re.compile(r"/[A-Za-z0-9/_-]*")
_PLAIN_QUERY = re.compile(r"[A-Za-z0-9=&,_.-]*")


def answer_tag(signature_input: str, signature: str) -> str:
    """The `tag` of an answer's signature: which request it answers, by the two header lines the request came with.

    A nonce alone would not do: whoever stands in between could ask something else with the same one.
    """
    return hashlib.sha256(f"{signature_input}\n{signature}".encode()).hexdigest()[:32]


@dataclass(frozen=True)
class Signed:
    """What a signature says of itself. `created`: seconds of Unix time."""

    label: str
    covered: tuple[str, ...]
    created: int
    keyid: str
    nonce: str
    tag: str | None = None

    @property
    def parameters(self) -> str:
        covered = " ".join(f'"{name}"' for name in self.covered)
        tag = "" if self.tag is None else f';tag="{self.tag}"'
        return f'({covered});created={self.created};keyid="{self.keyid}";alg="ed25519";nonce="{self.nonce}"{tag}'

    def base(self, values: Sequence[str]) -> bytes:
        """What is signed, given the values of what is covered."""
        lines = [f'"{name}": {value}' for name, value in zip(self.covered, values, strict=True)]
        return "\n".join([*lines, f'"@signature-params": {self.parameters}']).encode()

    def lines(self, signature: bytes) -> tuple[str, str]:
        """The header fields `Signature-Input` and `Signature`."""
        return f"{self.label}={self.parameters}", f"{self.label}=:{base64.b64encode(signature).decode()}:"


def read(signature_input: str, signature: str) -> tuple[Signed, bytes] | None:
    """What `lines` wrote, and the 64 bytes of the signature. None for anything else, which may be good too."""
    named, held = _INPUT.fullmatch(signature_input), _SIGNATURE.fullmatch(signature)
    if named is None or held is None or named["label"] != held["label"]:
        return None
    covered = tuple(name[1:-1] for name in named["covered"].split(" "))
    said = Signed(named["label"], covered, int(named["created"]), named["keyid"], named["nonce"], named["tag"])
    return said, base64.b64decode(held["bytes"])


def asked(method: str, path: str, query: str, body: bytes) -> tuple[str, ...] | None:
    """The values of COMPONENTS, or of COMPONENTS_WITH_BODY. None for an address with anything but plain letters in it:
    what the standard makes of that is the library's to say."""
    if not (_PLAIN_METHOD.fullmatch(method) and _PLAIN_PATH.fullmatch(path) and _PLAIN_QUERY.fullmatch(query)):
        return None
    return (method, path, f"?{query}", *((content_digest(body),) if body else ()))


def content_digest(body: bytes) -> str:
    """The header field `Content-Digest` of a body as sent."""
    return f"sha-256=:{base64.b64encode(hashlib.sha256(body).digest()).decode()}:"
