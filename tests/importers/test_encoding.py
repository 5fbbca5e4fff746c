"""Bytes become exactly the text that was written, or are refused; every step off UTF-8 is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.errors import InputRefused
from provenance.importers.encoding import decode

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]) | st.sampled_from("\n\r\t\x1b"), min_size=1)
TURKISH = "Dışişleri Bakanlığı bugün bir açıklama yaptı ve görüşmelerin süreceğini söyledi; İstanbul'da bir toplantı yapılacak."


@given(TEXTS)
def test_utf_8_is_read_exactly_and_without_a_note(text: str) -> None:
    data = text.encode("utf-8")
    if not data.startswith((b"\xef\xbb\xbf", b"PK\x03\x04", b"%PDF-", b"GIF8", b"{\\rtf")):
        assert decode(data) == (text, ())


@given(TEXTS, st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
def test_a_byte_order_mark_names_the_encoding_and_is_not_part_of_the_text(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert "byte order mark" in decoded.notes[0]


def test_line_ends_are_not_translated() -> None:
    assert decode(b"one\r\ntwo\rthree\n").text == "one\r\ntwo\rthree\n"


def test_utf_16_without_its_mark_is_recognised_and_noted() -> None:
    decoded = decode("The ministry said so on Friday.".encode("utf-16-le"))
    assert decoded.text == "The ministry said so on Friday."
    assert "utf-16-le" in decoded.notes[0]


def test_a_declared_encoding_goes_before_detection() -> None:
    page = f'<meta charset="windows-1254">\n{TURKISH}'
    decoded = decode(page.encode("cp1254"))
    assert decoded.text == page
    assert "declares" in decoded.notes[0]


def test_a_declaration_that_python_does_not_know_is_passed_over() -> None:
    assert "detected" in decode(f"charset=martian\n{TURKISH}".encode("cp1254")).notes[0]


@pytest.mark.parametrize("encoding", ["cp1252", "cp1254", "cp1251"])
def test_a_detected_encoding_is_named_with_a_warning(encoding: str) -> None:
    text = {
        "cp1252": "The café on the corner was closed, “for the day”, the naïve owner said.",
        "cp1254": TURKISH,
        "cp1251": "Министерство сообщило, что переговоры продолжатся в Москве на следующей неделе.",
    }[encoding]
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert encoding in decoded.notes[0]
    assert "may be wrong" in decoded.notes[0]


def test_where_several_encodings_fit_the_note_names_the_others() -> None:
    assert "could also be" in decode("Ankara çözüm arıyor, Şam da öyle.".encode("cp1254")).notes[0]


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + b"\x00" * 40,
        b"%PDF-1.7 some words that could be read",
        b"PK\x03\x04" + b"words" * 20,
        bytes(range(256)) * 20,
        b"\x01\x02\x03\x04\x05\x06\x07\x08" * 40,
        b"a\x00\x00\x00\x01\x00\x00\x02" * 40,
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(InputRefused, match="not a text"):
        decode(data)


def test_a_damaged_file_with_a_mark_is_refused_and_not_patched() -> None:
    with pytest.raises(InputRefused, match="damaged"):
        decode(b"\xef\xbb\xbfgood \xff bad")


def test_a_nul_in_a_text_is_kept_and_its_line_is_said() -> None:
    decoded = decode(b"The first line.\nThe second \x00 line of this text.")
    assert decoded.text == "The first line.\nThe second \x00 line of this text."
    assert "line 2" in decoded.notes[0]


@given(st.binary(max_size=200))
def test_any_bytes_are_either_refused_or_come_back_as_the_same_bytes(data: bytes) -> None:
    try:
        decoded = decode(data)
    except InputRefused:
        return
    if not decoded.notes or "NUL" in decoded.notes[0]:
        assert decoded.text.encode("utf-8") == data
