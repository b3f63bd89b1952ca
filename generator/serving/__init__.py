"""A server for the writer alone: it watches the content, shows the sites, and tells the browser what has changed."""
