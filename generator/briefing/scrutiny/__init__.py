"""A report for a scrutiny committee, made from what one audience may know."""
