"""The coach: what a good editor would mark in the words. None of it stops a publication."""
