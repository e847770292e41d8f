"""What every room counts with: sentences, figures, periods, intervals, service hours, money, rounding, statistics.

Plain Python. Nothing here reads a clock, a setting or a database.
"""
