"""Answers that cross rooms: the three questions for every customer and service."""
