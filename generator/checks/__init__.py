"""One file a concern; each check takes exactly the values it needs and gives its findings."""
