"""Measuring longarm: labelled rows, the measures, the floors and their gate, speed."""
