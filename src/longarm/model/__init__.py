"""The data types of longarm: frozen, with tuples; see docs/data-model.md."""
