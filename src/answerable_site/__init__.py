"""What people do and sign: the Django site over the library `answerable`."""
