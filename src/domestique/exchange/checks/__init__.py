"""What stands already, what a load would change, and what contradicts what."""
