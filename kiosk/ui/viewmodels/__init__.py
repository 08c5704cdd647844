"""Thin view models: they hold what the screens show and pass on what people do."""
