"""Tables in and out: load, look at what would change, export."""
