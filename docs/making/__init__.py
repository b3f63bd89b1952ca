"""Makes the pages of docs/reference that are made from the code. It is for developers, and is not shipped.

`make reference` writes them; tests/docs/test_reference.py holds that they are as they would be made.
"""
