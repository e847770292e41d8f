"""What is offered: services and what they are made of (one structure), what needs what, packages and goals."""
