"""From a cell in somebody's file to a value, or to the reason why it is none."""
