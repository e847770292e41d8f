"""How does one service do: users, level, cost, surroundings? For its owner."""
