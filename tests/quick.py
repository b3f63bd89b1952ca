"""A folder for thousands of builds: in memory, where the system has such a place."""

from pathlib import Path

_MEMORY = Path("/dev/shm")  # noqa: S108  a folder of the system

# What kills and faults prove is the order of our steps, which is the same on any disk. None is the usual place.
QUICK = _MEMORY if _MEMORY.is_dir() else None
