"""The stable addresses of a site's pages: paths from its root, without a leading `/`; a folder's ends in `/`."""

HOME = ""
UPDATES = "updates/"
WORKSTREAMS = "workstreams/"
ACTIONS = "actions/"
TIMELINE = "timeline/"
PROGRESS = "progress/"
MEASURES = "measures/"
DOCUMENTS = "documents/"
GLOSSARY = "glossary/"
NEWSLETTERS = "newsletters/"
FEED = "feed.xml"
CORRECTIONS_FEED = "corrections.xml"
CALENDAR = "calendar.ics"
DATA = "data/"
DATA_ACTIONS = "data/actions.csv"
DATA_HISTORIES = "data/actions.json"
DATA_MEASURES = "data/measures.csv"
DATA_PACKAGE = "data/datapackage.json"
SITEMAP = "sitemap.xml"
SEARCH = "search/"
SEARCH_FILES = "pagefind/"
SEARCH_INDEX = f"{SEARCH_FILES}pagefind-entry.json"
SEARCH_SCRIPT = f"{SEARCH_FILES}pagefind.js"
SECURITY = ".well-known/security.txt"
ACCESSIBILITY = "accessibility/"
FORMATS = "formats/"
MISSING = "404.html"


def of_edition(edition_id: str) -> str:
    return f"{UPDATES}{edition_id}/"


def of_update(edition_id: str, workstream_id: str) -> str:
    """A part of the edition's page; ids on pages have a dot, so that none can be a theme's own."""
    return f"{of_edition(edition_id)}#workstream.{workstream_id}"


def of_workstream(workstream_id: str) -> str:
    return f"{WORKSTREAMS}{workstream_id}/"


def of_workstream_feed(workstream_id: str) -> str:
    return f"{of_workstream(workstream_id)}feed.xml"


def of_action(action_id: str) -> str:
    return f"{ACTIONS}{action_id}/"


def of_measure(measure_id: str) -> str:
    return f"{MEASURES}{measure_id}/"


def of_year(year: int) -> str:
    """What became of the actions that ended in a year. No id begins with a digit, so that no action stands there."""
    return f"{ACTIONS}{year}/"


def of_workstream_year(workstream_id: str, year: int) -> str:
    return f"{of_workstream(workstream_id)}{year}/"


def is_of_year(path: str) -> bool:
    """Whether a file is the page of a year, of all actions or of a workstream."""
    steps = path.split("/")
    return f"{steps[0]}/" in (ACTIONS, WORKSTREAMS) and steps[-2].isdecimal()


def of_letter(letter: str) -> str:
    """The actions whose names begin with a letter, be it of two signs, where they do not all stand on one page."""
    name = letter.lower() if letter.isascii() else "-".join(f"{ord(sign):x}" for sign in letter)
    return f"{SEARCH}{name}/"


def of_issue(newsletter_id: str, issue_id: str) -> str:
    """The folder of one issue, with its web page and all its other forms."""
    return f"{NEWSLETTERS}{newsletter_id}/{issue_id}/"


def of_document(file: str) -> str:
    """Where the file itself stands."""
    return f"{DOCUMENTS}{file}"


def of_page(page_id: str) -> str:
    return f"{page_id}/"


def file_at(address: str) -> str:
    """The file that a server gives for an address, relative to the site's root."""
    path = address.partition("#")[0]
    return f"{path}index.html" if path == HOME or path.endswith("/") else path
