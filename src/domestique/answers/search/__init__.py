"""Where is it? Anything by a few letters of it."""
