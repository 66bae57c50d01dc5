"""The guides of the product, shown by the product: the documentation as pages, and which of them
helps with which page."""

from answerable_site.home.guides.helping import guide_for
from answerable_site.home.guides.rendering import as_html
from answerable_site.home.guides.shelf import KINDS, Guide, Kind, guide, guides, picture

__all__ = ["KINDS", "Guide", "Kind", "as_html", "guide", "guide_for", "guides", "picture"]
