"""Pictures: where every box, line and bar stands, and what it says in words."""
