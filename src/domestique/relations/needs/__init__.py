"""Needs, requirements, escalations and decisions: their steps, gates and verbs."""
