"""Texts of the project from which derivations are planted, to measure what finds them."""
