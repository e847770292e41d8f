"""What stands on what, who is hit when something is lost, and in which order everything comes back."""
