"""The rules R01-R26 held against the picture: what is wrong or missing, and what to do about it."""
