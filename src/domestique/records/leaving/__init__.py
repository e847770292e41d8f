"""Rows that are taken out of their tables, and put back."""
