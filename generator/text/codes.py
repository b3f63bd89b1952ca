"""Every diagnostic code, and how much it weighs unless the programme says otherwise.

An error means that we cannot build truthfully or safely; a warning is about promises and words; advice is a suggestion.
Each code has a page in docs/reference/diagnostics, which `golden explain` prints.
"""

from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs; the order is from the heaviest to the lightest."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


CODES: dict[str, Severity] = {
    # files
    "missing-file": Severity.ERROR,
    "unexpected-file": Severity.WARNING,
    "not-utf8": Severity.ERROR,
    "empty-file": Severity.ERROR,
    "control-character": Severity.ERROR,
    "two-forms": Severity.ERROR,
    "too-large": Severity.ERROR,
    "unreadable-file": Severity.ERROR,
    "bad-file-name": Severity.ERROR,
    # YAML
    "yaml-syntax": Severity.ERROR,
    "yaml-tab": Severity.ERROR,
    "yaml-alias": Severity.ERROR,
    "unclosed-quote": Severity.ERROR,
    "colon-in-sentence": Severity.ERROR,
    "comment-swallows-words": Severity.ERROR,
    "duplicate-key": Severity.ERROR,
    "too-deep": Severity.ERROR,
    # fields
    "unknown-field": Severity.ERROR,
    "missing-field": Severity.ERROR,
    "wrong-type": Severity.ERROR,
    "bad-id": Severity.ERROR,
    "bad-date": Severity.ERROR,
    "bad-due": Severity.ERROR,
    "unknown-choice": Severity.ERROR,
    # audiences
    "unknown-audience": Severity.ERROR,
    "missing-audience": Severity.ERROR,
    "opened-by-silence": Severity.ERROR,
    "wider-audience": Severity.ERROR,
    "hidden-target": Severity.WARNING,
    "unread-wording": Severity.ADVICE,
    # Markdown
    "front-matter-not-closed": Severity.ERROR,
    "unknown-heading": Severity.ERROR,
    "heading-twice": Severity.ERROR,
    "heading-skips-level": Severity.ERROR,
    "text-outside-action": Severity.ERROR,
    "quote-without-action": Severity.ERROR,
    "pasted-bullet": Severity.ERROR,
    "bullet-without-space": Severity.ERROR,
    "unknown-attribute": Severity.ERROR,
    "malformed-braces": Severity.ERROR,
    "stray-braces": Severity.ERROR,
    "stray-block-mark": Severity.ERROR,
    "block-not-closed": Severity.ERROR,
    "action-without-words": Severity.ERROR,
    "unknown-footnote": Severity.ERROR,
    "html-in-markdown": Severity.WARNING,
    "garbled-letters": Severity.WARNING,
    # links and images
    "dead-link": Severity.ERROR,
    "missing-linked-file": Severity.ERROR,
    "path-of-own-computer": Severity.ERROR,
    "empty-link": Severity.ERROR,
    "unsafe-address": Severity.ERROR,
    "image-without-alt": Severity.ERROR,
    # other sites, where they are asked: nothing there is in our hands, so none is an error
    "outside-link-gone": Severity.WARNING,
    "outside-link-elsewhere": Severity.WARNING,
    "outside-link-unsafe": Severity.WARNING,
    "outside-link-silent": Severity.WARNING,
    "outside-link-moved": Severity.ADVICE,
    "outside-link-unseen": Severity.ADVICE,
    # what is named elsewhere
    "unknown-workstream": Severity.ERROR,
    "unknown-project": Severity.ERROR,
    "unknown-measure": Severity.ERROR,
    "unknown-document": Severity.ERROR,
    "unknown-edition": Severity.ERROR,
    "unknown-action": Severity.ERROR,
    "duplicate-id": Severity.ERROR,
    "id-needed": Severity.ERROR,
    # promises
    "unmentioned": Severity.WARNING,
    "missing-update": Severity.WARNING,
    "untold": Severity.WARNING,
    "update-without-actions": Severity.WARNING,
    "unanswered-question": Severity.WARNING,
    "not-placed-yet": Severity.ERROR,
    "overdue": Severity.WARNING,
    "slipped-again": Severity.WARNING,
    "moved-without-reason": Severity.WARNING,
    "completed-but-unknown": Severity.WARNING,
    "id-used-again": Severity.WARNING,
    "reopened": Severity.WARNING,
    "completed-again": Severity.WARNING,
    "stopped-without-reason": Severity.WARNING,
    "dependency-circle": Severity.ERROR,
    "due-before-dependency": Severity.WARNING,
    # the published record
    "frozen-edition-changed": Severity.ERROR,
    "frozen-record-damaged": Severity.ERROR,
    "correction-not-sealed": Severity.WARNING,
    "published-figure-changed": Severity.WARNING,
    "published-edition-gone": Severity.WARNING,
    # words: what the coach marks
    "hedged-completion": Severity.WARNING,
    "party-politics": Severity.WARNING,
    "vague-link": Severity.WARNING,
    "same-link-text": Severity.WARNING,
    "two-link-texts": Severity.ADVICE,
    "relative-time": Severity.ADVICE,
    "long-sentence": Severity.ADVICE,
    "hard-to-read": Severity.ADVICE,
    "unexplained-acronym": Severity.ADVICE,
    "expanded-otherwise": Severity.ADVICE,
    "jargon": Severity.ADVICE,
    "hidden-doer": Severity.ADVICE,
    "all-capitals": Severity.ADVICE,
    # when to publish
    "embargo": Severity.ERROR,
    "unlikely-day": Severity.WARNING,
    # newsletters
    "newsletter-too-often": Severity.WARNING,
    # safety
    "leak": Severity.ERROR,
    "personal-detail": Severity.WARNING,
    "personal-detail-in-document": Severity.WARNING,
    "document-metadata": Severity.WARNING,
    "hidden-in-document": Severity.WARNING,
    "unreadable-document": Severity.WARNING,
    "unsafe-document": Severity.ERROR,
    "unreadable-image": Severity.ERROR,
    "character-not-printed": Severity.WARNING,
    # the accessibility statement
    "missing-statement": Severity.WARNING,
    "statement-incomplete": Severity.ERROR,
    "unfounded-claim": Severity.ERROR,
    "unknown-criterion": Severity.ERROR,
    "burden-without-assessment": Severity.ERROR,
    "review-due": Severity.WARNING,
    "mending-overdue": Severity.WARNING,
    # whom to tell of a weakness
    "security-contact-expires": Severity.WARNING,
    # pages
    "two-pages-one-address": Severity.ERROR,
    "address-taken": Severity.ERROR,
    # themes
    "unknown-theme": Severity.ERROR,
    "template-error": Severity.ERROR,
    "page-structure": Severity.WARNING,
    "bad-stylesheet": Severity.WARNING,
    "copy-is-old": Severity.WARNING,
    "bad-colour": Severity.ERROR,
    "low-contrast": Severity.ERROR,
    "bad-translation": Severity.ERROR,
    "missing-plural-form": Severity.WARNING,
    "untranslated-phrase": Severity.ADVICE,
}
