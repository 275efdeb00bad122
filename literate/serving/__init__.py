"""What a live server keeps between two builds, and how it knows that a page is as it was. A build keeps nothing."""

from literate.serving.dependencies import cache_key

__all__ = ["cache_key"]
