"""Domestique: one picture shared by an IT organisation and the business it serves."""

__version__ = "0.1.0"
