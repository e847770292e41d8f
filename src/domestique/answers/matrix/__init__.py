"""Which customer has which service, at which level, cost and worth?"""
