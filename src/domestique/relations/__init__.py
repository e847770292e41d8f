"""The relationship itself: needs on their way to a decision, and what the customer plans."""
