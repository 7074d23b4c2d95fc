"""Registers: what the text names, once each, with every provision that names it.

Pure functions over the model and the lists of terms and names. All that a register says stands
in the text or in a list; what the text does not state stays empty.
"""
