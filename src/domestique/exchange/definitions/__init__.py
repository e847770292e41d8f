"""The tables as they are loaded and written, part of the field by part of the field."""
