"""How well a case was read, against labels."""
