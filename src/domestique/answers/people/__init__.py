"""Who has which role, in which team, and what is handed over? For customer managers."""
