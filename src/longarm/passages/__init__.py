"""Text layers to passages: stretches that are read as one, each with its kind and section."""
