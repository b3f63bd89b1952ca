"""The picture in the README, made from the sample: `make picture` after its looks have changed."""

import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from generator.build import build, write
from generator.request import BuildRequest
from tests.browser.looking import PATIENCE, arguments, browser_here
from tests.building import SAMPLE, SAMPLE_ON

ROOT = SAMPLE.parent
PICTURE = ROOT / "docs" / "pictures" / "sites-and-newsletter.png"
PROMISE = "staff/actions/weavers-works/index.html"
HOME = "residents/index.html"
PAPER = "residents/newsletters/our-promises/2026-q3/our-promises-2026-q3.pdf"
HEIGHT = 1000  # pixels of each of the three
GAP = 28
SURROUND = (228, 228, 222)
COLOURS = 96  # enough for text and a few plain areas, and a third of the bytes


def main() -> int:
    with TemporaryDirectory() as folder:
        output = Path(folder)
        write(output, build(BuildRequest(SAMPLE, lambda _: SAMPLE_ON)))
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=browser_here(), args=arguments(), timeout=PATIENCE)
            parts = [
                _seen(browser, output / PROMISE, 1000, 1.0),
                _seen(browser, output / HOME, 400, HEIGHT / 1000),
                _printed(output / PAPER),
            ]
            browser.close()
    PICTURE.parent.mkdir(exist_ok=True)
    beside = _beside(parts)
    beside.quantize(COLOURS, dither=Image.Dither.NONE).save(PICTURE, optimize=True)
    sys.stdout.write(f"{PICTURE.relative_to(ROOT).as_posix()}: {beside.width} by {beside.height}\n")
    return 0


def _seen(browser: Browser, page: Path, width: int, scale: float) -> Image.Image:
    """What a window of that width shows at once."""
    context = browser.new_context(viewport={"width": width, "height": HEIGHT}, device_scale_factor=scale)
    tab = context.new_page()
    tab.goto(page.as_uri())
    shown = tab.screenshot()
    context.close()
    return Image.open(BytesIO(shown)).convert("RGB")


def _printed(paper: Path) -> Image.Image:
    with pypdfium2.PdfDocument(paper) as document:
        page = document[0]
        shown: Image.Image = page.render(scale=HEIGHT / page.get_height()).to_pil()
        return shown.convert("RGB")


def _beside(parts: list[Image.Image]) -> Image.Image:
    width = sum(part.width for part in parts) + GAP * (len(parts) + 1)
    whole = Image.new("RGB", (width, HEIGHT + 2 * GAP), SURROUND)
    left = GAP
    for part in parts:
        whole.paste(part, (left, GAP))
        left += part.width + GAP
    return whole


if __name__ == "__main__":
    sys.exit(main())
