"""Who is looking, and what follows from the picture for what she may see and do."""
