"""What leaves a case: released claims, editions, briefs."""
