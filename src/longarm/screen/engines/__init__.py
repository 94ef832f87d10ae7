"""What does the work: processes of this machine (`local`), and parts of the crawls for many machines (`shards`)."""
