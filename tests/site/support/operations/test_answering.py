"""What somebody answers belongs to nobody: the threats of docs/adr/0041, one by one."""

from __future__ import annotations

from collections import Counter

import pytest
from django.apps import apps
from django.db import connection, models
from tests.factories_support import AT

from answerable.surveys.answers import UnusableAnswer
from answerable.surveys.groups import Channel, Characteristic
from answerable_site.audit.models import AuditEntry
from answerable_site.people.access import Refused
from answerable_site.people.rules import PRODUCT
from answerable_site.support import operations, queries
from answerable_site.support.models import InvitationCode, Passage, Survey, Tally
from answerable_site.support.operations import NothingAnswered
from answerable_site.support.rules import CodeNotGood

WORDS = "A telephone call before the letter came."


def take(code, answers, groups=None, at=AT):
    operations.take_answer(by=PRODUCT, at=at, code=code, answers=answers, groups=groups or {})


def counts(survey):
    return {labels: count for labels, count in queries.tallies_of(survey).items() if count}


def everything():
    """Every value in every table, as the database holds it."""
    found = Counter()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            found.update(str(value) for row in cursor.fetchall() for value in row)
    return found


class TestAnAnswer:
    def test_is_counted_and_its_words_are_kept(self, office):
        [code] = office.codes(channel=Channel.PAPER)
        take(code, {"as_wished": "no", "better": WORDS}, {Characteristic.AGE: "under_25"})
        assert counts(office.survey) == {
            ("choice", "as_wished", "no"): 1,
            ("group", "age", "under_25"): 1,
            ("channel", "", "paper"): 1,
        }
        assert list(Passage.objects.values_list("question", "words")) == [("better", WORDS)]

    def test_is_taken_once_with_each_code(self, office):
        [code] = office.codes()
        take(code, {"as_wished": "no"})
        with pytest.raises(CodeNotGood):
            take(code, {"as_wished": "no"})
        assert queries.answers_in(office.survey) == 1

    @pytest.mark.parametrize("code", ["", "K7PM-23XA-QRTC", "DROP TABLE"])
    def test_needs_a_code_that_was_made(self, office, code):
        with pytest.raises(CodeNotGood):
            take(code, {"as_wished": "no"})

    def test_leaves_the_code_good_where_nothing_was_answered_or_it_is_no_answer(self, office):
        [code] = office.codes()
        with pytest.raises(NothingAnswered):
            take(code, {"as_wished": ""}, {Characteristic.AGE: "under_25"})
        with pytest.raises(UnusableAnswer):
            take(code, {"as_wished": "perhaps"})
        take(code, {"as_wished": "no"})

    def test_comes_too_late_after_the_last_day(self, office):
        [code] = office.codes()
        with pytest.raises(CodeNotGood):
            take(code, {"as_wished": "no"}, at=AT.replace(month=9))


class TestThreats:
    def test_no_row_is_an_answer(self, office):
        """1. A sheet of answers is a portrait. Two parts of one answer share no row and no key."""
        [code] = office.codes()
        take(
            code,
            {"as_wished": "no", "reasons": "partly", "better": WORDS},
            {Characteristic.AGE: "under_25", Characteristic.SEX: "male"},
        )
        keys = {field.name for field in Tally._meta.get_fields()}
        assert keys == {"id", "survey", "of", "key", "option", "count"}
        assert {field.name for field in Passage._meta.concrete_fields} == {
            *("id", "survey", "question", "words")
        }
        touched = Tally.objects.filter(count=1)
        assert len({(one.of, one.key) for one in touched}) == touched.count() == 5

    def test_nothing_that_an_answer_touches_has_a_moment_a_person_or_an_address(self):
        """2. When and from where would lead to who."""
        for model in (InvitationCode, Tally, Passage):
            for field in model._meta.concrete_fields:
                assert not isinstance(
                    field, (models.DateField, models.TimeField, models.GenericIPAddressField)
                )
                if field.related_model:
                    assert field.related_model is Survey

    def test_the_code_is_gone_and_stood_nowhere_as_it_was_given_out(self, office):
        """3. Whoever knows to whom a code was given must not find its answer."""
        [code] = office.codes()
        written = code.replace("-", "")
        [digest] = InvitationCode.objects.values_list("digest", flat=True)
        before = everything()
        assert not [value for value in before if code in value or written in value]
        assert before[digest] == 1
        take(code, {"better": WORDS})
        after = everything()
        assert not [value for value in after if digest in value or written in value]

    def test_the_order_of_words_is_drawn_afresh_with_each_that_comes(self, office):
        """4. The order of rows would tell who came when."""
        firsts = Counter()
        for _ in range(30):
            Passage.objects.all().delete()
            for words in ("First.", "Second.", "Third."):
                [code] = office.codes()
                take(code, {"better": words})
            firsts[Passage.objects.order_by("pk").first().words] += 1
        assert set(firsts) == {"First.", "Second.", "Third."}
        assert min(firsts.values()) > 1

    def test_an_answer_writes_every_row_of_its_survey_and_not_only_its_own(self, office):
        """5. A database notes by which transaction each row was written."""
        for words in ("First.", "Second."):
            [code] = office.codes()
            take(code, {"better": words})
        before = set(Passage.objects.values_list("pk", flat=True))
        [code] = office.codes()
        with connection.execute_wrapper(noting := Noting()):
            take(code, {"as_wished": "no"})
        assert not before & set(Passage.objects.values_list("pk", flat=True))
        [update] = [sql for sql in noting.said if sql.startswith("UPDATE") and "tally" in sql]
        where = update.partition(" WHERE ")[2]
        assert "option" not in where
        assert "survey_id" in where

    def test_the_record_of_acts_says_neither_which_survey_nor_who(self, office):
        """6. The record has moments, and is read by people who know who was where."""
        [code] = office.codes()
        take(code, {"better": WORDS})
        entry = AuditEntry.objects.latest("sequence")
        assert (entry.act, entry.subject) == ("support.take_answer", "support.answers")
        assert entry.actor_id is None
        assert WORDS not in entry.content
        assert str(office.survey.pk) not in entry.content

    def test_what_a_worker_enters_is_not_with_the_worker(self, office):
        """7. A worker knows a few people: whose name stood beside it would tell whose it is."""
        [code] = office.codes(channel=Channel.TELEPHONE)
        operations.enter_answer(
            **office.asking, survey=office.survey, code=code, answers={"better": WORDS}, groups={}
        )
        entry = AuditEntry.objects.latest("sequence")
        assert (entry.act, entry.subject) == ("support.enter_answer", "support.answers")
        assert "telephone" not in entry.content
        assert list(Passage.objects.values_list("words", flat=True)) == [WORDS]

    def test_few_answers_are_opened_by_nobody(self, office):
        """8. With few answers, who was asked tells whose they are."""
        for _ in range(4):
            office.answer({"better": WORDS})
        with pytest.raises(ValueError, match="Fewer than 5"):
            office.closed()
        assert queries.passages_visible_to(office.viewer(office.coders[0])).count() == 0

    def test_nothing_is_read_while_answers_come(self, office):
        """9. Whoever reads twice sees what came between."""
        for _ in range(6):
            office.answer({"better": WORDS})
        for user in (*office.coders, office.office.officer, office.worker):
            assert not queries.passages_visible_to(office.viewer(user)).exists()

    def test_no_table_of_the_app_has_a_field_for_a_name_or_a_case(self):
        """10. What is not asked for is not there."""
        related = {
            field.related_model._meta.app_label
            for model in apps.get_app_config("support").get_models()
            for field in model._meta.get_fields()
            if field.is_relation and field.related_model and not field.auto_created
        }
        assert "casework" not in related


class TestEnterAnswer:
    def test_is_for_workers_of_a_service_in_the_directory(self, office):
        [code] = office.codes()
        with pytest.raises(Refused):
            operations.enter_answer(
                **office.keeping,
                survey=office.survey,
                code=code,
                answers={"as_wished": "no"},
                groups={},
            )

    def test_takes_codes_of_this_survey_alone(self, office):
        other = operations.open_survey(
            **office.keeping, body=office.office.body, new=office.new_survey("looking_back")
        )
        [code] = office.codes()
        with pytest.raises(CodeNotGood):
            operations.enter_answer(
                **office.asking, survey=other, code=code, answers={"listened": "always"}, groups={}
            )


class Noting:
    """Keeps every statement."""

    def __init__(self):
        self.said = []

    def __call__(self, execute, sql, params, many, context):
        self.said.append(sql)
        return execute(sql, params, many, context)
