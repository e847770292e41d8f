"""Who prepares, who decides, and in which forum? For everybody with a question."""
