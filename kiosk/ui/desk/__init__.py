"""The desk face: pure faces, one thin view model. Keyboard first; only for workers who have entered."""
