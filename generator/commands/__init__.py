"""What `golden` can do, one file a command: each adds its arguments, and runs, giving the exit code."""
