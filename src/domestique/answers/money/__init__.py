"""What does it cost, who pays it, and why did it move? For controllers and customers."""
