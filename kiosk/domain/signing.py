"""What a station's HTTP message signature (RFC 9421, Ed25519) covers: the same at both ends.

The keyid is the station's id. The parameters `created` and `nonce` are always there; a nonce is used once. The content
digest (RFC 9530) is over the bytes as sent, that is after a content encoding.
"""

LABEL = "station"
COMPONENTS = ("@method", "@path", "@query")
COMPONENTS_WITH_BODY = (*COMPONENTS, "content-digest")
NONCE_LONGEST = 64  # characters
