"""The words of specimens: what an invented council would say in each field of a view.

Some are long, because real ones are.
"""

from collections.abc import Mapping

from generator.briefing.gallery import GalleryPage
from generator.briefing.hosting import POLICY, SEARCH_POLICY
from generator.briefing.hosting_views import SecurityFile
from generator.briefing.open_data_views import Column
from generator.briefing.page_views import MissingPage, StandingGroup
from generator.briefing.specimen_charts import CHARTS
from generator.briefing.statement_views import CriterionView
from generator.briefing.thread_views import TallyPart, TallyView
from generator.briefing.views import LinkTo, MeasureView, SiteView, When

_ACTIONS = (
    "Cabinet agreed the money to replace the website",
    "Visit councils whose website works well",
    "Draft customer standards are out for comment",
    "Move the records of all twelve services, with their attachments, to the new customer records system before"
    " the old one is switched off",
    "Replace the kiosks in reception",
    "Wi-Fi in every library",
    "Train 60 colleagues to write in plain English",
)
_WORKSTREAMS = ("Customer services", "Libraries and community hubs", "People, pay and organisational development")
_EDITIONS = ("March 2026", "February 2026", "Flood response, January 2026")

# The title of a view, or of a link, by the name of the view or of the field that holds the link.
TITLES: Mapping[str, tuple[str, ...]] = {
    "action": _ACTIONS,
    "workstream": _WORKSTREAMS,
    "WorkstreamView": _WORKSTREAMS,
    "WorkstreamPage": _WORKSTREAMS,
    "edition": _EDITIONS,
    "latest": _EDITIONS,
    "before": _EDITIONS,
    "earlier": _EDITIONS[1:],
    "later": _EDITIONS[:1],
    "EditionView": _EDITIONS,
    "EditionPage": _EDITIONS,
    "project": ("New website", "One front door"),
    "ProjectView": ("New website", "One front door for every service that residents meet in person"),
    "measure": ("Services you can use online",),
    "MeasureView": ("Services you can use online", "Days to answer a complaint"),
    "MeasurePage": ("Services you can use online",),
    "MeasuresPage": ("What we measure",),
    "all_measures": ("What we measure",),
    "DocumentView": ("One Council plan on a page", "Equality impact assessment of the move to one front door"),
    "contents": ("Customer services", "Libraries and community hubs"),
    "trail": ("Home", "Updates"),
    "SiteView": ("One Council",),
    "HomePage": ("One Council",),
    "UpdatesPage": ("Updates",),
    "WorkstreamsPage": ("Workstreams",),
    "ActionsPage": ("Actions",),
    "ActionsYearPage": ("Actions that ended in 2025",),
    "WorkstreamYearPage": ("Completed and stopped in 2025",),
    "years": ("2025", "2024"),
    "TimelinePage": ("What is coming",),
    "ProgressPage": ("Progress",),
    "DocumentsPage": ("Documents",),
    "GlossaryPage": ("Glossary",),
    "TextPage": ("About the programme",),
    "MissingPage": ("Page not found",),
    "SearchPage": ("Search",),
    "LetterPage": ("Actions: C",),
    "letters": ("C", "S"),
    "register": ("Actions",),
    "EntryView": _ACTIONS,
    "ChoiceView": _WORKSTREAMS,
    "MovedPage": ("This page has moved",),
    "StatementPage": ("Accessibility statement",),
    "FormatsPage": ("Other formats",),
    "NonAccessibleView": ("The survey of 2024 is a picture of a page", "The map of works has no words"),
    "document": ("Equality impact assessment of the move to one front door",),
    "NewsletterPage": ("One Council news, March 2026",),
    "NewslettersPage": ("Newsletters",),
    "FeedView": ("Updates of One Council",),
    "calendar": ("One Council: dates",),
    "data": ("Data to use",),
    "DataPage": ("Data to use",),
    "licence": ("Open Government Licence v3.0",),
    "DataFileView": ("Actions", "Measures"),
    "feeds": ("Updates of One Council",),
}

# By the name of a field; where there are several, they are taken in turn.
WORDS: Mapping[str, tuple[str, ...]] = {
    "description": ("What we promised, what we did, and what comes next.",),
    "organisation": ("Merebrook Borough Council",),
    "audience": ("staff",),
    "audience_title": ("Staff",),
    "language": ("en-GB",),
    "direction": ("ltr",),
    "name": ("Amina Yusuf", "Priya Nair", "Bartholomew Featherstonehaugh-Cholmondeley"),
    "role": ("Programme Director", "Head of Customer Services", "Interim Lead for Organisational Development"),
    "purpose": ("another format", "questions about the programme"),
    "telephone": ("01632 960200",),
    "telephone_address": ("tel:01632960200",),
    "email": ("formats@merebrook.example",),
    "email_address": ("mailto:formats@merebrook.example",),
    "post": ("Town Hall, Market Street, Merebrook",),
    "reason": ("The new website does their job.", "The supplier could not start before the summer."),
    "priority": ("Easy to reach",),
    "says": ("It began at 14 services (March 2025). That is below the target of 80 services (December 2027).",),
    "way": ("62 per cent of the way from start to target.",),
    "chart": ("Services you can use online",),
    "chart_about": ("It began at 14 services (March 2025). The newest reading is 62 services (March 2026).",),
    "notes": ("Between March 2025 and September 2025 there is no reading, and the line is broken.",),
    "locale": ("en_GB",),
    "dataset": ("One Council: promises and measures",),
    "value": ("14 services", "62 services", "80 services"),
    "number": ("14", "62", "80"),
    "note": ("Parking and waste forms moved online.",),
    "stage": ("delivery",),
    "tags": ("website", "accessibility"),
    "kind": ("PDF", "ODS"),
    "script": ("pagefind/pagefind.js",),
    "policy": (SEARCH_POLICY,),
    "states": ("overdue", "under_way", "future", "completed", "stopped"),
    "size": ("43 kB", "1.2 MB"),
    "summary": ("What the programme will change, by when, and how we will know.",),
    "letter": ("C", "S"),
    "state": ("future", "under_way", "completed", "stopped"),
    "step": ("dated", "reopened", "moved_earlier", "moved_later"),
    "year": ("2026", "2025"),
    "term": ("CRM", "Channel shift"),
    "changed": ("2026-03-02",),
    "calendar_address": ("https://www.merebrook.example/one-council/calendar.ics",),
    "sitemap": ("https://www.merebrook.example/one-council/sitemap.xml",),
    "means": ("customer records management",),
    "explained": ("The system that remembers what you asked us, so that you need not tell us twice.",),
    "newsletter": ("One Council news", "The long letter of the transformation programme"),
    "due_months": ("December 2025 to February 2026",),
    "rhythms": ("A new issue of One Council news comes out every month.",),
    "issue": ("March 2026", "Winter 2025/26"),
    "programme": ("One Council",),
    "web": ("https://www.merebrook.example/one-council/newsletters/",),
    "published": ("2026-03-02T00:00:00+00:00",),
    "updated": ("2026-03-09T00:00:00+00:00",),
    "author": ("Merebrook Borough Council",),
    "because": ("problems", "exemptions", "both"),
    "answered": ("10 working days",),
    "by": ("the Merebrook Disability Forum",),
    "what": ("The date of the second visit was corrected.",),
    "why": ("It had been taken from an old plan.",),
    "change": ("Kept", "Told otherwise"),
    "lines": ("Completed in March 2026, 59 days after it was promised.", "For Residents: in the words that they know."),
    "sentences": ("12 promises were open when the period began.", "14 were made in it, and none was opened again."),
    "head": ("Edition", "Promised", "Done"),
    "purposes": ("For this update in another format", "For a question about One Council"),
    "period": ("April to September 2026",),
    "caption": ("Update by update",),
    "place": ("content/editions/2026-03/customer-services.md:12",),
    "reading": ("March 2026, the letter: 180 words (content/editions/2026-03/edition.md:2)",),
    "corrections": ("February 2026, 2 March 2026: It was two. Why: We had miscounted.",),
    "measures": ("Services you can use online: 62 services (March 2026), after 31 services (March 2025).",),
}
MAY_BE_EMPTY = frozenset(
    (
        *(
            "calendar_address",
            "canonical",
            "changed",
            "description",
            "due_months",
            "email",
            "email_address",
            "explained",
            "means",
            "name",
            "note",
            "post",
        ),
        *("priority", "reason", "sitemap", "stage", "summary", "telephone", "telephone_address", "web"),
    )
)

DAYS = (("2 March 2026", "2026-03-02"), ("30 September 2025", "2025-09-30"))
WHENS = (
    ("14 February 2026", "2026-02-14"),
    ("March 2026", "2026-03"),
    ("Spring 2026", ""),
    ("January 2026 – March 2026", ""),
    ("2027", "2027"),
)
PAIRS: Mapping[str, tuple[tuple[object, object], ...]] = {
    "stages": (("concept", False), ("design", False), ("delivery", True), ("live", False), ("closed", False)),
    "claims": (
        *(("full", ""), ("partial", "problems"), ("partial", "exemptions"), ("partial", "both")),
        *(("none", "problems"), ("none", "exemptions"), ("none", "both")),
    ),
    "formats": (("Large print", "5 working days"), ("Braille", "")),
    "terms": (("CRM", "customer records management"),),
}

# The gallery's own headings: a part's file each, and the prose that writers make.
PARTS: Mapping[str, str] = {
    "state": "States",
    "when": "Days and periods",
    "judged": "The day of what is told",
    "person": "People",
    "counts": "Counts",
    "notice": "Notices",
    "restricted": "For some readers only",
    "outcome": "What became of an action",
    "action": "Actions",
    "update": "Updates of a workstream",
    "promise": "Promises",
    "since": "Since the update before",
    "event": "Threads",
    "edition": "Updates",
    "correction": "Corrections",
    "newsletter": "Newsletters",
    "workstream": "Workstreams",
    "project": "Projects",
    "measure": "Measures",
    "figures": "Figures",
    "document": "Documents",
    "data": "Data",
    "statement": "Accessibility statement",
    "contacts": "Contacts",
    "ease": "Finding and reading",
    "prose": "What writers write",
}

# Where a page stands: a page at the root and one in a folder write their links differently.
ADDRESSES: Mapping[str, str] = {
    "GalleryPage": "",
    "HomePage": "",
    "MissingPage": "404.html",
    "EditionPage": "updates/2026-03/",
}

# What must go together, or must be of one kind, in a view with everything in it.
VALUES: Mapping[type, Mapping[str, object]] = {
    Column: {"name": "due_last_day", "description": "When it is due: the last day of that time.", "kind": "date"},
    CriterionView: {"number": "1.4.3", "name": "Contrast (Minimum)"},
    GalleryPage: {
        "title": "Gallery",
        "trail": (LinkTo("Home", ""), LinkTo("Updates", "#edition")),
        "contents": tuple(LinkTo(title, f"#{part}") for part, title in PARTS.items()),
        "states": (
            *("completed", "under_way", "future", "stopped", "overdue", "unmentioned", "continued", "moved"),
            *("on_course", "nothing_open"),
        ),
        "period": When("Spring 2026"),
        "worst": ("overdue", "unmentioned", "moved", "on_course", "nothing_open"),
    },
    **CHARTS,
    MissingPage: {"is_found_anywhere": True},
    SecurityFile: {
        "contacts": ("mailto:security@merebrook.example",),
        "expires": "2026-12-31T23:59:59Z",
        "policy": "https://www.merebrook.example/security",
        "canonical": "https://www.merebrook.example/.well-known/security.txt",
    },
    StandingGroup: {"count": 24, "listed": 8},
    MeasureView: {"share": 62},
    SiteView: {
        "policy": POLICY,
        "canonical": "https://www.merebrook.example/one-council/",
        "navigation": (LinkTo("Home", ""), LinkTo("Updates", "#edition"), LinkTo("Progress", "#figures")),
        "footer": (LinkTo("About the programme", "#prose"), LinkTo("Accessibility", "#main")),
    },
    TallyView: {
        "made": 24,
        "kept": 10,
        "kept_on_time": 6,
        "kept_without_date": 1,
        "stopped": 2,
        "continued": 1,
        "on_course": 6,
        "on_course_without_date": 1,
        "overdue": 3,
        "unmentioned": 2,
        "passed_over": 3,
        "overdue_and_passed_over": 1,
        "moved": 5,
        "unpromised": 4,
        "stopped_unpromised": 1,
        "parts_done": 2,
        "parts_stopped": 1,
        "reopened": 2,
        "reopened_unpromised": 1,
        "open": 11,
        "parts": (TallyPart("kept", 10), TallyPart("on_course", 6), TallyPart("late", 5), TallyPart("closed", 3)),
    },
}
