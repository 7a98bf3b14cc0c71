"""Trains chest-opacity-2d: which pixels of an axial chest CT slice are lung, which are opacity.

Arrays are [slice][row][column]: slices from feet to head, rows from anterior to posterior,
columns from the patient's right to the patient's left. Grey values are in HU.
"""
