"""Entries and their fold: what was done to a case, and what it adds up to."""
