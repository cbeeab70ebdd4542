"""The way back of a document: a DOCX that somebody edited, read against the one that was sent. Bytes in, data out."""
