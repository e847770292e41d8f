"""How many units of each service every customer planned and used."""
