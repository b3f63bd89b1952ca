"""What is made from a briefing, one file a kind. Extend by adding a function to the tuple in all.py."""
