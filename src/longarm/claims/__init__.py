"""Claims: what resolved statements add up to, with origins, drift, replies, happenings and figures together."""
