"""Words with their places, findings about them, and what else a user is told. Standard library only."""


class UserError(Exception):
    """A mistake of usage or of the machine, in one line for the user; the command that raises it ends with exit code 2.

    cli.py says the line. Nobody else has to catch it.
    """
