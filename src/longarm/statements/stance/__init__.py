"""What a clause does to its assertion: hedges, negation, and what stands over it."""
