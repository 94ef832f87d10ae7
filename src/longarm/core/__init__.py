"""Small exact tools that know nothing of the domain."""
