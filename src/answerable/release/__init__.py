"""Measures as they may be shown: protected, drawn, said, with what proves it.

What is imported from here reaches no cut, so that whoever publishes can import it.
"""

from answerable.release.made import Figure, Manifest, Meaning, Release, Share

__all__ = ["Figure", "Manifest", "Meaning", "Release", "Share"]
