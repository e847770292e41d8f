"""What can be had, for how much, and whom does one ask? For customers and orderers."""
