"""One customer: what she needs, what she gets, what it costs and why that moved."""
