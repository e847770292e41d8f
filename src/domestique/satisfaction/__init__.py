"""How the customer feels right now, in her own words, what she contemplates and what is at stake."""
