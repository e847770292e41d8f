"""Who bears what: the cost network solved exactly or with sparse arrays."""
