"""Disclosure control: figures that may be shown, so that nobody can work out a small one."""
