"""The parts all pages are made of, shown with every state they can have."""
