"""Drift: what differs between an origin and a repetition, or between two variants."""
