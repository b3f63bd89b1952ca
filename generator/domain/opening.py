"""What a letter that was just begun asks its writer. None of it is meant for readers."""

THE_ONE_THING = "What is the one thing that a reader should remember from this update?"
CHANGED = "Who can do something now that they could not do before?"
NOT_WELL = "Which dates have moved, what was stopped, and why?"
NEXT = "Which promise will people notice first, and when?"
HAPPENED = "What has happened, and what does it mean for our readers?"
WHO_DOES_WHAT = "Who does what, and by when?"

# The heading under which an import leaves what it cannot place, for its writer to move.
NOT_PLACED = "Not placed yet"

QUESTIONS = (THE_ONE_THING, CHANGED, NOT_WELL, NEXT, HAPPENED, WHO_DOES_WHAT)
