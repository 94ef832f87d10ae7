"""Text reuse: what one document copied or closely rewrote from another."""
