"""How answers are told: months and names, a state at a glance, moods in words."""
