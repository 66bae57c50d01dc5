from __future__ import annotations

from importlib.resources import files

from PIL import ImageFont

from answerable.leaks.remaking.fonts import bare_font, clean_unicode_map, is_sfnt

FONT = files("answerable.writing").joinpath("fonts/LiberationSans-Regular.ttf").read_bytes()
MAP = b"""% written by SARA
/CMapName /SARA-Identity def
1 begincodespacerange <0000> <FFFF> endcodespacerange
2 beginbfchar
<0003> <0041>
<0004> <00660066006900610062006300640065>
endbfchar
1 beginbfrange <0010> <0012> <0061> endbfrange
"""


def test_a_bare_font_draws_and_has_no_names(tmp_path):
    assert is_sfnt(FONT)
    bare = bare_font(FONT)
    path = tmp_path / "bare.ttf"
    path.write_bytes(bare)
    drawn = [ImageFont.truetype(one, 20).getmask("Every bag") for one in (str(path),)]
    assert drawn[0].getbbox()
    assert "Liberation".encode("utf-16-be") in FONT
    assert "Liberation".encode("utf-16-be") not in bare
    assert b"Liberation" not in bare


def test_a_map_of_letters_keeps_codes_and_no_other_word():
    clean = clean_unicode_map(MAP)
    assert b"SARA" not in clean
    assert b"<0003> <0041>" in clean
    assert b"<0010> <0012> <0061>" in clean
    assert b"<0000> <FFFF>" in clean


def test_a_code_stands_for_no_whole_sentence():
    assert b"<0004> <0066006600690061>" in clean_unicode_map(MAP)
