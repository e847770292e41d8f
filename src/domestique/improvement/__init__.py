"""What comes in from all over the organisation, and what is made better because of it."""
