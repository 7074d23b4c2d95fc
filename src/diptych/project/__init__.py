"""A project's folder, read: its settings, its texts and all that they are held against."""
