"""What was agreed, and whose move is it now? For customer and customer manager."""
