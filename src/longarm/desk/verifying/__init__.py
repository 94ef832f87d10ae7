"""Whether a case or an edition is what it says it is."""
