"""Pages in Welsh: templates read as messages, each compiled once a language."""

from answerable_site.design.languages.messages import Message, fault_in, in_welsh, messages_of

__all__ = ["Message", "fault_in", "in_welsh", "messages_of"]
