"""What it costs: ledger, allocation of supporting services, unit cost, price, bill and why the bill moved."""
