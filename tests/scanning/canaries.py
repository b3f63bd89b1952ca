"""A programme in which each kind of field that staff alone may know holds a word that stands nowhere else."""

from collections.abc import Mapping

from tests.examples import SMALLEST
from tests.statements import statement

CANARIES: Mapping[str, str] = {
    "programme.yml": (SMALLEST / "programme.yml")
    .read_text(encoding="utf-8")
    .replace("name: Amina Yusuf", "name: Canary Director, email: canary-director@council.example")
    .replace("objective: Make every service", 'objective: "[Make](document:canary-document) every service')
    .replace("simple to use.", 'simple to use."')
    + """\
contacts:
  - {purpose: canarypurpose, email: canarycontact@council.example, for: staff}
newsletters:
  - {id: canary-news, title: Canarynewsletter, audience: staff, every: month, formats: [text]}
""",
    "questions.yml": """\
- id: canary-question
  asked: 2020-01-06
  by: Canaryasker
  question: Canaryquestion one two?
  answer: Canaryanswer one two.
  answered: 2020-01-07
  for: staff
- id: open-question
  asked: 2020-01-06
  by: a resident
  question: "[Why](document:canary-document)?"
  answer: "[As](document:canary-document) we said."
  answered: 2020-01-07
  edition: 2020-04
  actions: [canary-action]
  for: [staff, residents]
""",
    "pages/accessibility.yml": statement(
        "problems:\n  - {id: canary-part, title: Canaryproblem, what: Canarybarrier., fails: 1.4.1, by: May 2021,"
        " instead: Canaryinstead., for: staff}\n"
        '  - {id: open-part, title: Open, what: "[Colour](document:canary-document) tells it.", fails: 1.4.1,'
        ' by: May 2021, instead: "[Ask](document:canary-document)."}\n'
        "burdens:\n  - {id: films, title: Films, what: They are silent., fails: 1.2.2, assessment: {date: 2020-01-03,"
        ' words: "It [costs](document:canary-document) too much.", document: canary-document}}\n'
        'possible: ["[Read](document:canary-document) all of it."]\n'
        'improving: "[As we](document:canary-document) said."\n',
        tests="[{date: January 2020, by: the web team, method: self-assessment,"
        ' what: "Every [page](document:canary-document)."},'
        " {date: January 2020, by: canarytester, method: self-assessment, what: Canarytest., for: staff}]",
    ),
    "images/canary/images.yml": "for: staff\n",
    "images/canary/canary-map.svg": "<svg xmlns='http://www.w3.org/2000/svg'><title>Canarypicture</title></svg>",
    "workstreams.yml": """\
- id: customer-services
  title: Customer services
  lead: {name: Canary Leadname, role: Head of Customer Services, email: canary-lead@council.example}
  summary: Canarysummary one two three.
  plain: Easier to reach.
  projects:
    - id: canary-project
      title: Canaryproject one two three
      stage: design
      summary: Canaryprojectsummary.
      for: staff
- id: canary-stream
  title: Canarystream one two
  lead: {name: Canary Other, role: Canaryrole of two three}
  summary: Canarystreamsummary one two.
  for: staff
""",
    "measures.yml": """\
- id: canary-measure
  title: Canarymeasure one two three
  unit: canaryunits
  for: staff
  baseline: {date: 2018, value: 987651}
  target: {date: 2021, value: 987652}
  readings: [{date: 2019, value: 987653, note: Canaryreading one two three.}]
- id: open-measure
  title: Open
  workstream: canary-stream
  baseline: {date: 2018, value: 1}
  target: {date: 2021, value: 2}
""",
    "documents.yml": """\
- id: canary-document
  title: Canarydocument
  file: canary-file.txt
  summary: Canarydocsummary
  for: staff
- {id: open-document, title: Open, file: open.txt}
""",
    "documents/open.txt": "Open",
    "documents/canary-file.txt": "Canaryfile",
    "glossary.yml": "- {term: CANARYTERM, means: canarymeaning, explained: Canaryexplained, for: staff}\n"
    "- {term: BSL, means: British Sign Language}\n",
    "pages/canary-page.md": "---\ntitle: Canarypage\nfor: staff\n---\nCanarypagewords one two.\n",
    "pages/open.md": "---\ntitle: Open\n---\nOpen words.\n\n::: staff\nCanarypart one two.\n:::\n",
    "images/open.svg": "<svg xmlns='http://www.w3.org/2000/svg'><title>Open</title></svg>",
    "editions/2020-01/edition.md": """\
---
published: 2020-01-31
corrections:
  - {date: 2020-02-01, what: Canarycorrection., why: Canarywhy., for: staff}
accept:
  - {code: unmentioned, place: canary-place, reason: Canaryaccepted one two.}
---
Open words.

::: staff
Canaryletter one two three[^1] and [canarylink](document:canary-document).

![Canaryalt](../../images/canary/canary-map.svg)

[^1]: Canaryfootnote one two.
:::
""",
    "editions/2020-01/customer-services.md": """\
::: staff
Canaryintroduction one two three.
:::

## Completed

- Canaryaction one two three. {#canary-action for=staff tags=canarytag reason="Canaryreason one two"}

  Canarydetail one two three.

- Canarystaffwords one two three. {#open-action}

  > Open words of an action.

## Future actions

- Go on with it. {#went-on from=canary-action}
- Canarywaits one two. {#canary-waits after=canary-action due="May 2031" measure=canary-measure project=canary-project}
""",
    "editions/2020-01/canary-stream.md": "## Completed\n\n- Canaryhidden one two three. {#canary-hidden}\n",
    "editions/2020-03/edition.md": "---\npublished: 2020-03-31\nstatus: draft\n---\nCanarydraft one two three.\n",
    "editions/2020-04/edition.md": "---\npublished: 2031-04-30\n---\nCanaryembargo one two three.\n",
}
