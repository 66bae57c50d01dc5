"""One module for each place the site runs; each holds only what differs from `base`."""
