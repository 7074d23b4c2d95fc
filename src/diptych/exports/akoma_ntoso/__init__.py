"""The model in Akoma Ntoso: its elements, what identifies the document, its text."""

MEDIA_TYPE = "application/akn+xml"
