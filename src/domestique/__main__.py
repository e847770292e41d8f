"""``python -m domestique`` is the same as ``domestique``."""

from domestique.cli import main

main()
