"""Documents to hold in the hand: sheets set on A4, the same answers as the pages, for the web and the command line."""
