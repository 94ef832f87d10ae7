"""What a number counts, of which measure it is a figure, and of which whole it is a part."""
