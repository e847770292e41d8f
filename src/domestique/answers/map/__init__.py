"""What stands on what? For whoever looks after a service."""
