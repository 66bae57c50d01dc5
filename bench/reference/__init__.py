"""The labelled reference documents, and how a reading is compared with its labels."""
