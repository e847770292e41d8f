"""Lists of every kind of record: asked, saved as views, downloaded, changed many rows at a time."""
