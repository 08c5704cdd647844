"""The calls of the wire, one module each. Their bytes are those of kiosk.domain.wire."""
