"""Open data sets of other schemes -> rows of the training format, each with what it is complete for (`rows.KNOWABLE`)."""
