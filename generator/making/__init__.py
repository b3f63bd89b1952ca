"""From artifacts to bytes."""
