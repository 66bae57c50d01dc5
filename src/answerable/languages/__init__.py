"""What is said in English, and in Welsh where somebody wrote the Welsh for it."""

from answerable.languages.catalogue import (
    CATALOGUE_NAME,
    Catalogue,
    CatalogueFault,
    Entry,
    read_catalogue,
)
from answerable.languages.marks import marked_as_data, with_lang_attributes, without_marks
from answerable.languages.sentences import Sentence, aloud, listed, message, say, say_count
from answerable.languages.speaking import (
    ENGLISH,
    LANGUAGES,
    WELSH,
    read_from,
    speaking,
    spoken,
    welsh,
)

__all__ = [
    "CATALOGUE_NAME",
    "ENGLISH",
    "LANGUAGES",
    "WELSH",
    "Catalogue",
    "CatalogueFault",
    "Entry",
    "Sentence",
    "aloud",
    "listed",
    "marked_as_data",
    "message",
    "read_catalogue",
    "read_from",
    "say",
    "say_count",
    "speaking",
    "spoken",
    "welsh",
    "with_lang_attributes",
    "without_marks",
]
