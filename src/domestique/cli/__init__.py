"""The command line: the same answers as the pages, as tables to read or JSON for machines."""

from domestique.cli.start import main

__all__ = ["main"]
