"""What writes into a content folder: beginning an edition, mending files, telling a thread, freezing, withdrawing."""
