"""Under a live server: each template of the theme is compiled once, until its text changes."""

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class Templates(BytecodeCache):
    """What the templates of one live server were compiled to, in memory."""

    def __init__(self) -> None:
        """Begin with none."""
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Hand back what was kept; Jinja sees whether it is that of the same text."""
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep one."""
        self.kept[bucket.key] = bucket.bytecode_to_string()
