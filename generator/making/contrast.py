"""Colours that stand together are told apart: by readers with low vision, in bright sun, and on worn screens.

Authority: WCAG 2.2, success criteria 1.4.3 (text, 4.5 to 1) and 1.4.11 (marks that carry a meaning, 3 to 1).
"""

from collections.abc import Iterable, Iterator, Mapping
from math import floor

from generator.making.colour import contrast, nearest_shade, read_colour
from generator.making.theme_file import COLOURS, TEXT_NEEDS, Pair, Setting
from generator.text.diagnostic import Diagnostic
from generator.values import dataclass


@dataclass(frozen=True, slots=True)
class Chosen:
    """A colour of a theme; `generation` is 0 if the theme chose it itself, 1 if its parent did, and so on."""

    setting: Setting
    colour: str
    generation: int


Palette = Mapping[str, Chosen]  # one group of colours, by token


def chosen(setting: Setting, generation: int) -> Chosen | None:
    colour = read_colour(setting.words)
    return None if colour is None else Chosen(setting, colour, generation)


def check_contrast(palettes: Mapping[str, Palette], pairs: Iterable[Pair]) -> Iterator[Diagnostic]:
    """Every pair that is too faint, in each group of colours. A colour that could not be read is passed over."""
    pairs = tuple(dict.fromkeys(pairs))
    for group in COLOURS:
        palette = palettes.get(group, {})
        known = tuple(pair for pair in pairs if pair.token in palette and pair.on in palette)
        for pair in known:
            reached = contrast(palette[pair.token].colour, palette[pair.on].colour)
            if reached < pair.need:
                yield _too_faint(pair, reached, palette, known)


def _too_faint(pair: Pair, reached: float, palette: Palette, pairs: tuple[Pair, ...]) -> Diagnostic:
    """The finding at the one of the two colours that the nearest theme has chosen, which its author can change."""
    front, ground = palette[pair.token], palette[pair.on]
    is_ground = ground.generation < front.generation
    name, other_name = (pair.on, pair.token) if is_ground else (pair.token, pair.on)
    wrong, other = (ground, front) if is_ground else (front, ground)
    kind, criterion = ("text", "1.4.3") if pair.need == TEXT_NEEDS else ("a mark", "1.4.11")
    return Diagnostic(
        "low-contrast",
        f"`{pair.token}` ({front.setting.words}) on `{pair.on}` ({ground.setting.words}) has a contrast of "
        f"{_in_words(reached)} to 1, and {kind} needs {pair.need:g}",
        wrong.setting.written_at,
        _remedy(name, other_name, pair, palette, pairs) + (_or_else(pair.token, palette, pairs) if is_ground else ""),
        f"WCAG 2.2, success criterion {criterion}",
        ((other.setting.written_at, f"`{other_name}`"),),
    )


def _in_words(ratio: float) -> str:
    """Rounded down, so that 4.499 is not told as the 4.5 that it misses."""
    return f"{floor(ratio * 100) / 100:g}"


def _remedy(name: str, other: str, pair: Pair, palette: Palette, pairs: tuple[Pair, ...]) -> str:
    """The nearest shade that passes in all of the token's pairs, else in this one."""
    if shade := _shade_for_all(name, palette, pairs):
        return f'the nearest colour that passes is "{shade}"'
    shade = nearest_shade(palette[name].colour, ((palette[other].colour, pair.need),))
    ground = f'the nearest colour that passes here is "{shade}", but it' if shade else f"no shade of `{name}`"
    return f"{ground} {'does not pass' if shade else 'passes'} with its other pairs; change `{other}` too"


def _or_else(name: str, palette: Palette, pairs: tuple[Pair, ...]) -> str:
    """The other remedy: a brand's own colour may have to stay, and what stands on it can be changed instead."""
    shade = _shade_for_all(name, palette, pairs)
    return f'; or keep it, and set `{name}` to "{shade}"' if shade else ""


def _shade_for_all(name: str, palette: Palette, pairs: tuple[Pair, ...]) -> str | None:
    needs = tuple(need for pair in pairs if (need := _need(name, pair, palette)))
    return nearest_shade(palette[name].colour, needs)


def _need(name: str, pair: Pair, palette: Palette) -> tuple[str, float] | None:
    if name not in (pair.token, pair.on):
        return None
    return palette[pair.on if name == pair.token else pair.token].colour, pair.need
