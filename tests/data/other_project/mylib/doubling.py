"""What the lesson teaches."""


# --8<-- [start:double]
def double(a):
    """Twice a number."""
    return 2 * a


# --8<-- [end:double]
