"""What people decide: each decision an entry of the ledger."""
