"""Documents that every format is made of: invented ones of many shapes, and a whole response."""
