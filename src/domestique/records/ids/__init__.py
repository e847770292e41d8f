"""Ids that change: a record renamed, two merged into one and taken apart again, and what an old id means."""
