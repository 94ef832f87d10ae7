"""Resolution: ids of places, dates, sources and works beside the words of statements."""
