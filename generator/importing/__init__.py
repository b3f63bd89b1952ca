"""What people already have (Word, text, web pages, e-mail, spreadsheets) brought into an edition."""
