"""Characters that printed newsletters and reports cannot show, found in the writer's files before they are printed."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from generator.briefing.newsletter_views import NewsletterPage
from generator.briefing.views import MeasureView, SiteView
from generator.making.paper import IN_OURS, NOT_SHOWN, Paper
from generator.making.theme import Theme
from generator.publications.artifact import Artifact, Printed, PrintedReport
from generator.text.diagnostic import Diagnostic
from generator.text.source import Source, Span

_WRITTEN = re.compile(r"(?:editions/.+|programme|workstreams|measures|documents|glossary|questions)\.(?:md|yml)")
_UNUSUAL = re.compile(f"[^\\x00-\\x1f{re.escape(IN_OURS)}]")
_MOST_SHOWN = 12  # characters of a run in a message
_BETWEEN_WORDS = r"[\s>]+"  # a sentence goes on in the next line, perhaps of a quote


def find_unprinted(
    artifacts: Iterable[Artifact], site: SiteView, theme: Theme, sources: Mapping[str, Source]
) -> Iterator[Diagnostic]:
    """Each run of characters that issues and reports show and none of the theme's fonts has, where it is first written.

    What only other audiences are told, and what no issue shows, is no matter.
    """
    made_from = [it.made_from for it in artifacts]
    pages = {it.page.address: it.page for it in made_from if isinstance(it, Printed)}
    reports = [it.page for it in made_from if isinstance(it, PrintedReport)]
    if not pages and not reports:
        return
    from generator.making.fonts import Characters, fonts_of  # noqa: PLC0415  few builds have anything to look up

    paper = Paper(site.canonical, Characters(lambda: fonts_of(theme)))
    for page in pages.values():
        paper.issue(_as_shown(page), site.terms)
    for report in reports:
        paper.report(report, site.terms)
    if paper.missing:
        written = [sources[path] for path in sources if _WRITTEN.fullmatch(path)]
        yield from _findings(paper.missing, [it for it in written if _UNUSUAL.search(it.text)])


def _as_shown(page: NewsletterPage) -> NewsletterPage:
    """The issue without what its paper leaves out."""
    return replace(
        page,
        trail=(),
        programme="",
        letters=(*page.letters[:1], *(replace(it, letter=()) for it in page.letters[1:])),
        measures=tuple(map(_without_notes, page.measures)),
        earlier=None,
        later=None,
    )


def _without_notes(measure: MeasureView) -> MeasureView:
    return replace(
        measure,
        baseline=replace(measure.baseline, note=""),
        latest=replace(measure.latest, note=""),
        target=replace(measure.target, note=""),
        readings=tuple(replace(it, note="") for it in measure.readings),
    )


def _findings(missing: Mapping[str, str], written: list[Source]) -> Iterator[Diagnostic]:
    """One for each run with a character that no run before it had."""
    of_missing = f"[{re.escape(''.join(missing))}]"
    # White space between two missing words is part of the run.
    run = re.compile(rf"{of_missing}(?:\s*{of_missing})*")
    told: set[str] = set()
    for character, words in missing.items():
        if character not in told:
            found = next(it[0] for it in run.finditer(words) if character in it[0])
            told.update(found)
            yield _finding(found, _place(found, words, written))


def _place(run: str, words: str, written: list[Source]) -> Span:
    """Where the run stands in the words that it is shown in; else where it, or its first character, stands at all.

    A writer's entities and marks may stand between what is one run of words on paper.
    """
    for wanted in (words, run, run[0]):
        pattern = re.compile(_BETWEEN_WORDS.join(map(re.escape, wanted.split())))
        for source in written:
            found = pattern.search(source.text)
            if found:
                within = re.compile(_BETWEEN_WORDS.join(map(re.escape, run.split()))).search(source.text, found.start())
                start, end = within.span() if within and within.end() <= found.end() else found.span()
                return source.span(start, end)
    return Span(written[0].path, 0, 0)


def _finding(run: str, span: Span) -> Diagnostic:
    words = run if len(run) <= _MOST_SHOWN else f"{run[: _MOST_SHOWN - 1].rstrip()}…"
    return Diagnostic(
        "character-not-printed",
        f"no font of the printed newsletter has `{words}`",
        span,
        "write it another way, or put a font that has it into the theme's `newsletter/fonts/`",
        f"each such character is printed as {NOT_SHOWN}; web pages, e-mail and plain text show it",
    )
