"""Builders and synthetic cases for tests and measures; longarm itself never imports them."""
