"""What every record has: an id of its owner's choosing, a version, and a history of who changed what, when and why."""
