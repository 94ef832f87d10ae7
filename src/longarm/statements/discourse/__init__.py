"""Discourse: the parties and works a text names, what refers back to them, and the source it declares."""
