"""What really happened: outages, maintenance windows, and agreed against actual."""
