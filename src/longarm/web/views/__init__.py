"""What the routes answer: each module is one part of the desk."""
