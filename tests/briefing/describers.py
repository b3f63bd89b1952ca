"""Describers of content on the disk, or of content that a test has changed."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.briefing.briefing import brief
from generator.briefing.describe import Describer
from generator.domain.content import Content
from generator.reading.content import read_content

SITE = "https://council.example/"


def describer_of(
    folder: Path, audience: str, on: date, is_searched: bool = True, with_drafts: bool = False
) -> Describer:
    """Of what one audience may know of the content in a folder."""
    content, _, _ = read_content(folder)
    assert content is not None
    wanted = content.programme.audience(audience)
    assert wanted is not None
    return Describer(brief(content, wanted, on, with_drafts), str, is_searched=is_searched)


def residents_describer(content: Content) -> Describer:
    """Of what residents may know long after all of it came out, on a site whose address is known."""
    readers = content.programme.audience("residents")
    assert readers is not None
    return Describer(brief(content, replace(readers, site=SITE), date(2030, 1, 1)), str)
