"""How does the relationship stand, and what is the plan? For the wall of the team."""
