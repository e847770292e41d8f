"""Surveys: who is invited, the letters, the link, the answers and what they show."""
