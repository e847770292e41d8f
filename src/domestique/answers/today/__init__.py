"""Who needs somebody today, and why? For everybody who answers for customers."""
