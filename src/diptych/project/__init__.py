"""A project's folder as it is read: its settings, its texts and all that they are held against."""
