"""What was promised: agreements and their lines, supplier contracts, and whether the chain beneath can keep them."""
