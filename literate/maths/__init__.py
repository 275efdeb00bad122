"""Mathematics: TeX becomes MathML, with the roles of the quantities as classes."""

from literate.maths.converter import to_mathml
from literate.maths.markdown import Maths, makeExtension

__all__ = ["Maths", "makeExtension", "to_mathml"]
