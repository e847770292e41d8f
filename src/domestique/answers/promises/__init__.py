"""What did we promise, and what happened? For whoever answers for a service's level."""
