import pytest

from answerable.languages import Catalogue, CatalogueFault, Entry, read_catalogue


def written(tmp_path, text):
    path = tmp_path / "welsh.po"
    path.write_text(text, encoding="utf-8")
    return path


class TestReading:
    def test_takes_messages_that_have_welsh(self, tmp_path):
        path = written(
            tmp_path,
            'msgid ""\nmsgstr "Language: cy\\n"\n\n#: somewhere.html\n#, fuzzy\n'
            'msgid "Late"\nmsgstr "Hwyr"\n\nmsgid "Not yet"\nmsgstr ""\n',
        )
        assert read_catalogue(path) == [Entry("Late", "", ("Hwyr",), is_draft=True)]

    def test_puts_lines_together(self, tmp_path):
        path = written(tmp_path, 'msgid ""\n"One "\n"two"\nmsgstr ""\n"Un "\n"\\"dau\\""\n')
        assert read_catalogue(path) == [Entry("One two", "", ('Un "dau"',), is_draft=False)]

    def test_takes_six_forms_of_what_counts(self, tmp_path):
        forms = "".join(f'msgstr[{n}] "{n}"\n' for n in range(6))
        path = written(tmp_path, f'msgid "one"\nmsgid_plural "many"\n{forms}')
        assert read_catalogue(path) == [
            Entry("one", "many", ("0", "1", "2", "3", "4", "5"), is_draft=False)
        ]

    def test_refuses_fewer_forms(self, tmp_path):
        path = written(tmp_path, 'msgid "one"\nmsgid_plural "many"\nmsgstr[0] "un"\n')
        with pytest.raises(CatalogueFault, match="not all forms of 'one'"):
            read_catalogue(path)

    @pytest.mark.parametrize("line", ["msgstr Hwyr", "msgstr 3", 'msgstr "Hwyr'])
    def test_names_a_line_that_it_cannot_read(self, tmp_path, line):
        path = written(tmp_path, f'msgid "Late"\n{line}\n')
        with pytest.raises(CatalogueFault, match=r"welsh.po, line 2"):
            read_catalogue(path)


class TestACatalogue:
    def test_refuses_two_ways_to_say_one_message(self):
        catalogue = Catalogue()
        catalogue.add([Entry("Late", "", ("Hwyr",), is_draft=False)])
        with pytest.raises(CatalogueFault, match="Late"):
            catalogue.add([Entry("Late", "", ("Ar ei hôl hi",), is_draft=False)])

    def test_knows_whether_there_are_drafts(self):
        catalogue = Catalogue()
        catalogue.add([Entry("Late", "", ("Hwyr",), is_draft=False)])
        assert not catalogue.has_drafts
        catalogue.add([Entry("Early", "", ("Cynnar",), is_draft=True)])
        assert catalogue.has_drafts
