"""Files that somebody has sent: kept apart, looked at, then loaded."""
