"""Meetings, contacts and promises to people: their rhythm, moods and verbs."""
