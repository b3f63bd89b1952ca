"""What `golden` can do, each command in the module of its name: it adds its arguments, and runs, giving the exit code.

The other modules are what commands share.
"""
