"""Which viewer is looking. So far: the one local user, who sees everything."""
