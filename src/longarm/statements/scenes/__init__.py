"""Where and when something is told to be, and who takes part."""
