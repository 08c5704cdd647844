"""Facts of the world outside as signals; they know nothing of meaning."""
