"""Words with their places, and findings about them. Standard library only."""
