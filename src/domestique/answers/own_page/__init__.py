"""What do I get, what does it cost, what would I stop? For the customer herself."""
