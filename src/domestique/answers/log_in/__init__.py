"""Who am I, and what may I see? Logging in and out, acting as somebody else, accounts."""
