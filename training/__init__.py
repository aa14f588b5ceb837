"""Training of Lookout, the built-in detector of animals, people and vehicles."""
