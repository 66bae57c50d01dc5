import pytest

from answerable.languages import marks
from answerable.languages.marks import DATA, END, WORDING, with_lang_attributes


class TestWithLangAttributes:
    def test_makes_an_element_of_a_mark_between_tags(self):
        assert with_lang_attributes(f"<p>{WORDING}Late{END}</p>") == (
            '<p><span lang="en">Late</span></p>'
        )

    @pytest.mark.parametrize(
        "place",
        ['<p title="{}">', "<title>{}</title>", "<textarea>{}</textarea>", "<option>{}</option>"],
    )
    def test_drops_it_where_no_element_can_stand(self, place):
        assert with_lang_attributes(place.format(f"{DATA}Late{END}")) == place.format("Late")

    def test_makes_one_element_of_marks_inside_each_other(self):
        page = f"{WORDING}By {DATA}Ann{END} again{END} wedyn"
        assert with_lang_attributes(page) == '<span lang="en">By Ann again</span> wedyn'

    def test_makes_nothing_of_an_end_that_nothing_began(self):
        assert with_lang_attributes(f"a{END}b") == "ab"

    def test_leaves_no_mark(self):
        page = with_lang_attributes(f'{WORDING}<a href="{DATA}x{END}">Late{END}</a>{END}')
        assert page == marks.without_marks(page)


class TestMarking:
    def test_leaves_what_has_no_word_alone(self):
        assert marks.marked_as_data("48 KB") == "48 KB"
