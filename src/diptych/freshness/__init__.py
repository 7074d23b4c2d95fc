"""Which wording of the original each text of the translation renders (see `state`, `record`)."""
