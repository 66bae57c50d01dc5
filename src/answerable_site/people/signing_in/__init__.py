"""How django-allauth and django-axes are used here: what they ask the product, and are told."""
