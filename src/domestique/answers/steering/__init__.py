"""What is to decide, to watch and to stop? One page for the steering group."""
