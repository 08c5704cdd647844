"""The touch face: pure faces, one thin view model."""
