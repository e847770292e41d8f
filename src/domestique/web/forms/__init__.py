"""Forms to enter and to change a row of any table, made of the columns a load knows."""
