"""The records themselves: one, a list, a form, many at once."""
