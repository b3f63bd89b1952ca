"""`golden changes`: what an approver must read before an edition goes out."""

import sys
from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path
from shutil import get_terminal_size

from generator.authoring.review_forms import as_markdown, as_text
from generator.authoring.reviewing import review
from generator.briefing.briefing import brief
from generator.briefing.describe import Describer
from generator.briefing.pages import site
from generator.briefing.review_views import ReviewPage
from generator.commands.arguments import add_content_option, add_date, clock
from generator.commands.handing import add_output_file, hand_over
from generator.commands.manner import Manner
from generator.commands.recalled import recalled
from generator.commands.terminal import CONTENT_HAS_ERRORS, OK, content_prefix, findings_in_words, warn_of
from generator.domain.audience import Audience
from generator.domain.content import Content
from generator.making.catalogue import load_translations
from generator.making.render import Renderer
from generator.making.review import make_review
from generator.making.theme import load_theme
from generator.reading.audiences import audience_named
from generator.reading.content import read_content
from generator.shipped import places_for
from generator.text.codes import Severity
from generator.text.diagnostic import Diagnostic
from generator.text.source import Source

EXAMPLES = """\
examples:
  golden changes                             what the newest edition changes, drafts included
  golden changes --audience residents        no more than residents will read of it
  golden changes --since 2026-06             everything since the edition of June 2026
  golden changes --format markdown           for an e-mail or a ticket
  golden changes --format html --output changes.html
                                             a page by itself, to send, to print or to sign
"""
_WIDTH = 100  # columns where there is no terminal
_MOST_WIDTH = 100  # of sentences: longer lines are hard to read


def add_arguments(parser: ArgumentParser) -> None:
    add_content_option(parser)
    parser.add_argument(
        "--since", metavar="EDITION", default="", help="compare with this edition (default: the one before the newest)"
    )
    parser.add_argument(
        "--audience",
        metavar="ID",
        help="only what this audience may know (default: all that is written, and beside it what the public reads)",
    )
    add_date(parser)
    parser.add_argument(
        "--format", choices=("text", "markdown", "html"), default="text", help="the form (default: %(default)s)"
    )
    add_output_file(parser)


def run(arguments: Namespace) -> int:
    folder: Path = arguments.content
    content, sources, findings = read_content(folder, memory=recalled(folder))
    errors = [found for found in findings if found.severity is Severity.ERROR]
    if content is None or not content.programme.audiences:
        return warn_of(errors, "so nothing can be told")
    audience = audience_named(content.programme, arguments.audience) if arguments.audience is not None else None
    on = clock(arguments)(content.programme)
    page = review(content, audience, arguments.since, on, sources, content_prefix(folder))
    if arguments.format == "html":
        code = _write_page(arguments, content, audience, on, page)
        if code != OK:
            return code
    elif arguments.format == "markdown":
        hand_over(as_markdown(page), arguments)
    else:
        hand_over(as_text(page, min(get_terminal_size((_WIDTH, 24)).columns, _MOST_WIDTH)), arguments)
    return warn_of(errors, "so this may not be all") if errors else OK


def _write_page(arguments: Namespace, content: Content, audience: Audience | None, on: date, page: ReviewPage) -> int:
    """In the looks of the audience that is told, or of the programme's first."""
    looks = audience or content.programme.audiences[0]
    sources: dict[str, Source] = {}
    findings: list[Diagnostic] = []
    theme = load_theme(looks.theme, places_for(arguments.content), sources, findings, looks.theme_at)
    made = b""
    if theme is not None and not findings:
        translations = load_translations(content.programme.language, theme.folders)
        view = site(Describer(brief(content, looks, on), translations.gettext))
        made, findings = make_review(Renderer(theme, view, translations), page, sources)
    if findings:
        manner = Manner(arguments.content, colour="never")
        sys.stderr.write(findings_in_words(findings, sources, manner))
        return CONTENT_HAS_ERRORS
    hand_over(made.decode(), arguments)
    return OK
