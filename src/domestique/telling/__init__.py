"""How answers are told: months, a state at a glance, moods in words."""
