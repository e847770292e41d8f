"""Answers reckoned once and remembered until something they rest on changes."""
