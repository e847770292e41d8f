"""A customer's bill: prices, rates, what a month costs, and where the year is heading."""
