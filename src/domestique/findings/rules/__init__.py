"""The rules R01-R26, each a pure function of the picture."""
