"""A `Document` becomes a `Reading`: facts about an inspection and the items that ask for action.

The way has four steps: `clean`, `find`, `link`, `assess`; each is a folder. What belongs to one
noun (dates, deadlines, addressees, facts, responses) has a module of that name.
"""

from answerable.extraction.reading import read_inspection

__all__ = ["read_inspection"]
