"""What is made of a released case: the static dossier and its data files. It never sees an unreleased claim."""
