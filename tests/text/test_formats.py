import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.codes import CODES, Severity
from generator.text.diagnostic import Diagnostic
from generator.text.excerpt import columns
from generator.text.formats import FORMATS, MANY, WORDS_ROOM, as_concise, as_text, listing
from generator.text.source import Source, Span

EDITION = Source("editions/2026-03/edition.md", "---\npublished: 2026-03-02\nworkstreem: housing\n---\nDear all,\n")
ASSETS = Source("editions/2026-03/assets.md", "\n" * 11 + "- Visit councils. {#site-visits}\n")
SOURCES = {source.path: source for source in (EDITION, ASSETS)}


def span_of(source: Source, words: str) -> Span:
    start = source.text.index(words)
    return source.span(start, start + len(words))


UNKNOWN_FIELD = Diagnostic(
    "unknown-field",
    "`workstreem` is not a field of an edition",
    span_of(EDITION, "workstreem"),
    help="did you mean `workstream`?",
)


def text_of(found: Diagnostic, **options: bool) -> str:
    return as_text([found], SOURCES, "content/", **options)


def test_a_finding_reads_as_the_design_shows_it() -> None:
    assert text_of(UNKNOWN_FIELD) == (
        "error[unknown-field]: `workstreem` is not a field of an edition\n"
        "  --> content/editions/2026-03/edition.md:3:1\n"
        "   |\n"
        " 3 | workstreem: housing\n"
        "   | ^^^^^^^^^^\n"
        " help: did you mean `workstream`?"
    )


def test_findings_are_parted_by_an_empty_line() -> None:
    assert as_text([UNKNOWN_FIELD] * 2, SOURCES).count("\n\nerror[") == 1


def test_no_findings_are_no_words() -> None:
    assert as_text([], SOURCES) == as_concise([], SOURCES) == ""


def test_related_places_share_the_gutter_of_the_largest_line_number() -> None:
    found = Diagnostic(
        "duplicate-id",
        "`site-visits` names two actions",
        span_of(EDITION, "housing"),
        note="an id names one action for the programme's life",
        related=((span_of(ASSETS, "#site-visits"), "first written here"),),
    )
    assert text_of(found) == (
        "error[duplicate-id]: `site-visits` names two actions\n"
        "   --> content/editions/2026-03/edition.md:3:13\n"
        "    |\n"
        "  3 | workstreem: housing\n"
        "    |             ^^^^^^^\n"
        "   ::: content/editions/2026-03/assets.md:12:20\n"
        "    |\n"
        " 12 | - Visit councils. {#site-visits}\n"
        "    |                    ------------ first written here\n"
        " note: an id names one action for the programme's life"
    )


def test_a_finding_about_the_file_itself_shows_its_path_alone() -> None:
    found = Diagnostic("empty-file", "nothing is written here", EDITION.whole)
    assert text_of(found) == ("error[empty-file]: nothing is written here\n  --> content/editions/2026-03/edition.md")


def test_a_file_that_is_not_there_is_named_by_its_path() -> None:
    found = Diagnostic(
        "two-forms",
        "`it` is written twice",
        Span("editions/it.md", 3, 9),
        related=((Span("editions/it.yml", 0, 0), "the other form"),),
    )
    assert text_of(found) == (
        "error[two-forms]: `it` is written twice\n"
        "  --> content/editions/it.md\n"
        "  ::: content/editions/it.yml: the other form"
    )


@pytest.mark.parametrize("width", [40, 60, 80, 106, 200])
def test_on_a_terminal_no_line_is_wider_than_it_and_marks_stand_below_their_words(width: int) -> None:
    """A line of 100 columns broke on one of 80, and the marks stood below other words."""
    line = f"- {'We asked them again. ' * 6}Somthing is amiss here. {'They said so. ' * 6}{{#asked}}"
    source = Source("editions/2026-03/it.md", "\n" * 1200 + line)
    found = Diagnostic(
        "unknown-field",
        "a message of some length, which says what is wrong here and where it was meant to be right",
        source.span(source.text.index("Somthing"), source.text.index(" is amiss")),
        note="a note that is as long as the message, and says why it is wrong to the reader",
        help="a help that says, in as many words as it takes, what to do about it now",
    )
    said = as_text([found], {source.path: source}, "", colour=False, width=width).splitlines()
    assert max(map(len, said)) <= width
    excerpt, marks = next(pair for pair in pairwise(said) if "Somthing" in pair[0])
    assert excerpt[marks.index("^") : marks.rindex("^") + 1] == "Somthing"
    painted = as_text([found], {source.path: source}, "", colour=True, width=width)
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted).splitlines() == said
    assert " ".join(" ".join(said).split()).startswith(f"error[unknown-field]: {found.message} --> ")


def test_a_long_note_wraps_under_its_first_word_and_never_within_backticks() -> None:
    note = "a sentence of many words " * 5 + "`for: [staff, residents, members, partners]` " + "and more " * 10
    lines = text_of(Diagnostic("bad-id", "no", EDITION.whole, note=note)).splitlines()[2:]
    assert len(lines) > 2
    assert lines[0].startswith(" note: a sentence")
    assert all(line.startswith(" " * 7) and line[7] != " " for line in lines[1:])
    assert all(len(line) <= WORDS_ROOM for line in lines)
    assert any("`for: [staff, residents, members, partners]`" in line for line in lines)
    assert " ".join(" ".join(lines).split()) == "note: " + note.strip()


def test_a_line_that_the_author_of_a_help_broke_stays_broken() -> None:
    found = Diagnostic("bad-id", "no", EDITION.whole, help="write\n  {#site-visits}")
    assert text_of(found).splitlines()[2:] == [" help: write", "         {#site-visits}"]


def test_colour_is_used_only_when_it_is_asked_for_and_changes_no_word() -> None:
    plain, painted = text_of(UNKNOWN_FIELD), text_of(UNKNOWN_FIELD, colour=True)
    assert "\x1b" not in plain
    assert "\x1b[1;31merror[unknown-field]\x1b[0m" in painted
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == plain


@pytest.mark.parametrize("severity", Severity)
def test_a_programme_can_give_a_code_another_weight(severity: Severity) -> None:
    found = Diagnostic("bad-due", "no", EDITION.whole, weight=severity)
    assert text_of(found).startswith(f"{severity}[bad-due]: ")


def test_control_characters_never_reach_the_terminal() -> None:
    source = Source("a\x07.md", "good \x1b]0;title\x07 \u202e words\n")
    found = Diagnostic(
        "control-character",
        "`\x1b` and a line\nend",
        source.span(5, 6),
        note="\x1b[2J",
        help="\x9b",
        related=((source.span(8, 9), "\x1b"),),
    )
    for form in ("text", "concise", "github", "json", "sarif"):
        printed = listing(form, [found], {source.path: source})
        assert printed.replace("\n", "").isprintable(), form
    assert "`\\x1b` and a line end" in as_text([found], {})


def test_the_concise_form_is_one_line_a_finding() -> None:
    missing = Diagnostic("missing-file", "`programme.yml` is not there", Span("programme.yml", 0, 0))
    assert as_concise([UNKNOWN_FIELD, missing], SOURCES, "content/").splitlines() == [
        "content/editions/2026-03/edition.md:3:1: error[unknown-field]: "
        "`workstreem` is not a field of an edition; did you mean `workstream`?",
        "content/programme.yml: error[missing-file]: `programme.yml` is not there",
    ]


@pytest.mark.parametrize(("count", "form"), [(MANY, as_text), (MANY + 1, as_concise)], ids=["twenty", "twenty-one"])
def test_past_twenty_findings_the_text_form_becomes_concise(count: int, form: object) -> None:
    assert callable(form)
    findings = [UNKNOWN_FIELD] * count
    assert listing("text", findings, SOURCES, "content/") == form(findings, SOURCES, "content/")


def test_another_form_stays_itself_past_twenty_findings() -> None:
    findings = [UNKNOWN_FIELD] * (MANY + 1)
    assert listing("json", findings, SOURCES) == FORMATS["json"](findings, SOURCES, "", False)


@given(
    st.text(max_size=200),
    st.lists(st.tuples(st.integers(-5, 210), st.integers(-5, 210)), min_size=1, max_size=3),
    st.text(max_size=150),
    st.sampled_from(sorted(CODES)),
    st.booleans(),
)
def test_any_span_of_any_text_can_be_printed_in_every_form(
    text: str, ends: list[tuple[int, int]], words: str, code: str, colour: bool
) -> None:
    source = Source("x.md", text)
    first, *others = [source.span(start, end) for start, end in ends]
    found = Diagnostic(code, words, first, help=words, note=words, related=tuple((other, words) for other in others))
    for form in FORMATS:
        assert listing(form, [found], {"x.md": source}, "content/", colour)


@given(st.text(st.sampled_from("ab \t字\u0301\x1b\n"), min_size=1, max_size=250), st.data())
def test_the_caret_stands_under_the_first_character_of_the_span(text: str, data: st.DataObject) -> None:
    visible_starts = [at for at, character in enumerate(text) if at and character in "ab字"]
    if not visible_starts:
        return
    start = data.draw(st.sampled_from(visible_starts))
    source = Source("x.md", text)
    lines = as_text([Diagnostic("bad-id", "no", source.span(start, start + 1))], {"x.md": source}).splitlines()
    caret = columns(lines[4][: lines[4].index("^")])
    above = next(at for at in range(len(lines[3])) if columns(lines[3][:at]) == caret and columns(lines[3][at]))
    assert lines[3][above] == text[start]
