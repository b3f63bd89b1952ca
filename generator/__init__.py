"""Golden Thread: a council's monthly programme updates, made into sites, with every promise followed to its end."""

__version__ = "0.1.0"
