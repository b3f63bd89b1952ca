"""What each token and option of a theme is for. One that a theme has and that is not told here stops the maker."""

from collections.abc import Mapping

COLOURS: Mapping[str, str] = {
    "paper": "The page.",
    "surface": "Behind code, the foot of each page, and an action that a link has led to.",
    "ink": "Words.",
    "muted": "Words beside the words: dates, counts, captions.",
    "line": "Hairlines between things that a reader can tell apart without them.",
    "edge": "The edges of buttons, fields and quotations.",
    "link": "Links.",
    "link_hover": "Links, and the ground of buttons, that somebody points at.",
    "visited": "Links to pages that the reader has seen.",
    "accent": "The bar above a part of a page, marks of state, and the ground of buttons.",
    "on_accent": "Words on the accent.",
    "band": "The band at the top of each page.",
    "on_band": "Words on the band.",
    "thread": "The thread that joins what was said of an action.",
    "thread_on_band": "The same below the band, and under the open page's name in the menu.",
    "focus": "The ring around what the keyboard has come to.",
    "focus_on_band": "The same on the band.",
}
OTHERS: Mapping[str, str] = {
    "type.family": "The typefaces of words, the first that a reader's machine has.",
    "type.family_code": "Those of code.",
    "type.small": "The size of small words.",
    "type.body": "The size of all words that are not otherwise sized.",
    "type.lead": "The size of the sentences with which a page begins.",
    "type.heading3": "The size of headings of the third level.",
    "type.heading2": "The size of headings of the second level.",
    "type.heading1": "The size of a page's title.",
    "type.display": "The size of the title on the home page.",
    "print.family": "The typeface of printed newsletters, one of those in `newsletter/fonts/`.",
    "print.body": "The size of words on paper, in points.",
    "print.large": "The same in large print.",
    "measure": "The width of a column of words.",
    "margin": "The width of the column beside it, for dates.",
    "wide": "The most width of a page.",
    "gutter": "The room at both sides of a page.",
    "radius": "How round corners are.",
}
OPTIONS: Mapping[str, str] = {
    "logo": "A picture that stands before the organisation's name, such as `assets/logo.svg`. None if empty.",
    "audience_label": "Any word: shows whom the site is for beside its title. Nothing if empty.",
    "script": "Any word: the one script, which every page can do without. If empty, no script is published.",
    "search": "Any word: the search over all pages, which needs the script. If empty, only the A to Z stands there.",
}

BLOCKS: Mapping[str, str] = {
    "policy": "The security policy of the page; the search has one of its own.",
    "title": "What stands in the browser's tab, and is read out first.",
    "found": "What machines are told of the page: its own address, and whether it may be found.",
    "head": "Nothing: what a page adds to its head.",
    "main_class": "The class of the main part; `wrap` gives it room at both sides.",
    "main": "What the page says, with its heading `<h1>`.",
}
