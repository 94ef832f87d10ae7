"""From passages to what they say: quantities, times, places, people, attributions, statements."""
