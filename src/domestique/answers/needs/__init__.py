"""What does she need, where does it stand, and who decides? From the inbox to the decision."""
