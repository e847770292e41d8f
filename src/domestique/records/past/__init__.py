"""What records were: the stages of their history, and what these tell."""
