"""From the writers' files to the domain, every word with its place."""
