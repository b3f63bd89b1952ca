"""Drawings in SVG as they may be published: shapes and words, and nothing that runs, leads out or tells who drew them.

What programs write for themselves is taken out: who drew it, the folder that it stood in, the names of layers. What
would run, or fetch something, is refused: a drawing that needs it would be another one without it.
"""

import re
from collections.abc import Sequence
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

_SVG, _XLINK, _XML = (
    "http://www.w3.org/2000/svg",
    "http://www.w3.org/1999/xlink",
    "http://www.w3.org/XML/1998/namespace",
)
_SHAPE_NAMES = """
svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textPath title desc style switch
linearGradient radialGradient stop clipPath mask pattern marker filter feBlend feColorMatrix feComponentTransfer
feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB
feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight
feTile feTurbulence
"""
_OF_PROGRAMS = frozenset(("metadata", "view", "cursor", "font", "color-profile"))  # nothing of it is drawn
_AS_GROUP = "a"  # a picture leads nowhere
_ATTRIBUTE_NAMES = """
id class style role lang version viewBox preserveAspectRatio width height x y x1 y1 x2 y2 cx cy r rx ry fx fy fr d
points pathLength transform dx dy rotate textLength lengthAdjust startOffset method spacing side type offset
gradientUnits gradientTransform spreadMethod clipPathUnits maskUnits maskContentUnits patternUnits patternContentUnits
patternTransform markerUnits markerWidth markerHeight refX refY orient filterUnits primitiveUnits in in2 result mode
values operator k1 k2 k3 k4 order kernelMatrix divisor bias targetX targetY edgeMode preserveAlpha surfaceScale
diffuseConstant specularConstant specularExponent kernelUnitLength scale xChannelSelector yChannelSelector azimuth
elevation stdDeviation radius pointsAtX pointsAtY pointsAtZ z limitingConeAngle baseFrequency numOctaves seed
stitchTiles tableValues slope intercept amplitude exponent media systemLanguage requiredFeatures enable-background
alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters
color-rendering direction display dominant-baseline fill fill-opacity fill-rule filter flood-color flood-opacity font
font-family font-feature-settings font-kerning font-size font-size-adjust font-stretch font-style font-variant
font-weight image-rendering isolation kerning letter-spacing lighting-color line-height marker marker-end marker-mid
marker-start mask mask-type mix-blend-mode opacity overflow paint-order shape-rendering stop-color stop-opacity stroke
stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width
text-align text-anchor text-decoration text-overflow text-rendering transform-origin unicode-bidi vector-effect
visibility white-space word-spacing writing-mode
"""
_SHAPES, _ATTRIBUTES = frozenset(_SHAPE_NAMES.split()), frozenset(_ATTRIBUTE_NAMES.split())
_KEPT_OF_OTHERS = {f"{_XML} space": "xml:space", f"{_XML} lang": "xml:lang"}
_LINKS = ("href", f"{_XLINK} href")
_REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)
# A backslash could write any of these in another way.
_LEADING_OUT = re.compile(
    r"""@import|\\|(?<![\w-])(?:src|image|image-set|cross-fade|expression)\(|url\((?!\s*["']?#)|javascript:""",
    re.IGNORECASE,
)
_UTF8 = ("", "utf-8", "utf8", "us-ascii")


class UnfitDrawing(ValueError):
    """What stands in a drawing that may not be published, in words that go on after `it`."""


def cleaned(data: bytes) -> bytes:
    """The drawing without what programs wrote into it; as it is where there is nothing of the kind.

    Raises UnfitDrawing.
    """
    reader = _Reader()
    try:
        reader.read(data)
    except (expat.ExpatError, UnicodeError, LookupError, ValueError) as error:
        if isinstance(error, UnfitDrawing):
            raise
        raise UnfitDrawing("cannot be read as SVG") from error
    return data if reader.is_clean else reader.made().encode("utf-8")


class _Reader:
    """Follows a drawing from its beginning to its end, and writes down what is kept of it."""

    def __init__(self) -> None:
        self.is_clean = True
        self._pieces: list[str] = []
        self._open: list[str] = []  # the names of what is kept, as they are written
        self._skipping = 0  # how deep we are in something that is left out
        self._style: list[str] = []

    def read(self, data: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.ordered_attributes = True
        parser.buffer_text = True
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        parser.EntityDeclHandler = self._shorthand
        parser.XmlDeclHandler = self._declared
        parser.CommentHandler = parser.ProcessingInstructionHandler = parser.StartDoctypeDeclHandler = self._left_out
        parser.Parse(data, True)
        self.is_clean = self.is_clean and _is_utf8(data)

    def made(self) -> str:
        return "".join(self._pieces) + "\n"

    def _left_out(self, *_: object) -> None:
        self.is_clean = False

    def _declared(self, _: str, encoding: str | None, __: int) -> None:
        if (encoding or "").lower() not in _UTF8:
            self.is_clean = False

    def _shorthand(self, *_: object) -> None:
        raise UnfitDrawing("has shorthands of its own (`<!ENTITY`), which can stand for anything")

    def _begin(self, whole_name: str, attributes: Sequence[str]) -> None:
        space, _, name = whole_name.rpartition(" ")
        is_ours = space in ("", _SVG)
        if not self._open and not self._skipping and not (is_ours and name == "svg"):
            raise UnfitDrawing("cannot be read as SVG")
        if self._skipping or not is_ours or name in _OF_PROGRAMS:
            self._skipping += 1
            self.is_clean = False
            return
        if name == _AS_GROUP:
            name, self.is_clean = "g", False
        if name not in _SHAPES:
            raise UnfitDrawing(f"holds `<{name}>`, which a picture on a page cannot have")
        self._pieces.append(f"<{name}{self._namespaces()}{self._kept(attributes)}>")
        self._open.append(name)

    def _namespaces(self) -> str:
        return "" if self._open else f' xmlns="{_SVG}" xmlns:xlink="{_XLINK}"'

    def _kept(self, attributes: Sequence[str]) -> str:
        kept = []
        for name, value in zip(attributes[::2], attributes[1::2], strict=True):
            if name.lower().startswith("on"):
                raise UnfitDrawing(f"runs a script (`{name}`)")
            if name in _LINKS:
                if not value.strip().startswith("#"):
                    raise UnfitDrawing(f"leads out of itself, to `{value.strip()[:60]}`")
                kept.append(("xlink:href" if " " in name else "href", value))
            elif name in _KEPT_OF_OTHERS:
                kept.append((_KEPT_OF_OTHERS[name], value))
            elif name in _ATTRIBUTES:
                kept.append((name, _styles(value)))
            elif name.startswith("aria-"):
                kept.append((name, value))
            else:
                self.is_clean = False
        return "".join(f" {name}={quoteattr(value)}" for name, value in kept)

    def _words(self, words: str) -> None:
        if self._skipping:
            return
        if self._open[-1] == "style":
            self._style.append(words)
        else:
            self._pieces.append(escape(words))

    def _end(self, _: str) -> None:
        if self._skipping:
            self._skipping -= 1
            return
        name = self._open.pop()
        if name == "style":
            rules = "".join(self._style)
            self._style.clear()
            self._pieces.append(escape(_styles(_REMARK.sub("", rules))))
            if _REMARK.search(rules):
                self.is_clean = False
        self._pieces.append(f"</{name}>")


def _styles(words: str) -> str:
    """The styles as they are. Raises UnfitDrawing where they fetch something from elsewhere, or could."""
    found = _LEADING_OUT.search(words)
    if found:
        raise UnfitDrawing(f"has styles that lead out of it (`{found[0]}`)")
    return words


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
