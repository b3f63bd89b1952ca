"""A small accessibility statement, for the tests of what is read, checked and shown of one."""

PATH = "pages/accessibility.yml"

PLAN = """\
problems:
  - id: plan
    title: The plan
    what: Its tables are read in the wrong order.
    fails: [1.3.1, 1.3.2]
    by: June 2020
"""


def statement(rest: str = PLAN, compliance: str = "partial", **changed: str) -> str:
    """The whole file; `changed` are further fields, or others in the place of those that it has."""
    fields = {
        "compliance": compliance,
        "law": "Great Britain",
        "prepared": "2020-01-06",
        "reviewed": "2020-01-06",
        "tests": "[{date: January 2020, by: the web team, method: self-assessment, what: Every page.}]",
        "feedback": "{answered_within: five working days, email: access@merebrook.example}",
        **changed,
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items()) + rest
