"""What keeps the people in a case safe: masking, commitments, and the one way out (`release`)."""
