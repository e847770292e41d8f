"""Somebody else's sheets as our tables, as a mapping file tells."""
