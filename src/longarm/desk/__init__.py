"""Operations on a case: the only place where stations meet stores, clock and files."""
