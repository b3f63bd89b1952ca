"""Asking other sites whether what the content links to is still there."""
