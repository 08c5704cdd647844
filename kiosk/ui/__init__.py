"""The screens: pure faces, thin view models, QML."""
