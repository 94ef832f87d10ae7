"""Places: the gazetteer, the words for states and their people, boundaries."""
