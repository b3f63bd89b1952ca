"""The proof that nothing leaks: what one audience may not know is looked for in all that was made for it."""
