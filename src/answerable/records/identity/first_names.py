"""First names that are met in England and Wales: our own short choice, from many origins.

They are found where a capital says little, at the beginning of a sentence, or where there is none.
Every other name is found by how it stands in its sentence.
"""

from __future__ import annotations

_FIRST_NAMES_LISTED = """
abdul abigail adam agnieszka ahmed aisha alexander ali alice amelia amina amit amy andrea andrew
angela anita anna anthony ayesha barbara ben benjamin beth bethany callum carol caroline catherine
charlotte chidi chloe chris christine christopher claire dafydd daniel danielle david deborah
deepak diane donna edward eleanor elizabeth ella emily emma farah fatima gareth gary george gemma
geoffrey hannah harpreet hassan heather helen ibrahim imran ioana isabella jacob james jamie jane
jasmine jason jennifer jessica joanna john jonathan joseph joshua julie karen katarzyna kate
katherine kathleen kelly kevin kwame laura lauren leanne lewis liam linda lisa louise lucy
margaret maria marie martin mary matthew megan mehmet michael michelle mohammed muhammad natalie
nathan neil nicola nicole nigel nikhil olivia oliver omar patricia paul pawel peter philip priya
rachel raj rebecca rhys richard robert ruth ryan sam samantha samuel sandra sanjay sarah shannon
sharon simon sophie stephanie stephen steven stuart susan tariq thomas tomasz tracey victoria wei
william yasmin yusuf zainab zoe
"""
FIRST_NAMES = frozenset(_FIRST_NAMES_LISTED.split())
_ALSO_WORDS_LISTED = """
alan art bill bob carl crystal dale dawn dean don drew eve faith frank gay gene grace grant guy
harry heath holly hope ivy jack jean joy kay lee mark max miles nick norman olive pat penny pearl
rain ray rob robin rose roy ruby rusty sky skye sue summer ted tony ty victor violet will
"""
ALSO_WORDS = frozenset(_ALSO_WORDS_LISTED.split())
"""First names that are words as well: the beginning of a sentence needs more than the name."""
