"""What is wrong or missing in the picture? For whoever keeps it."""
