"""Tables as people ask for them and change them by hand: questions, saved views, typed rows and changes of many rows."""
