"""What the types of a noun's fields say, for those who keep, publish or check every field."""

from functools import reduce
from operator import or_
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from hearsay.model.ids import IdOf


def hints(noun: type) -> dict[str, Any]:
    """The type of each field in order; ids bear their marks."""
    return get_type_hints(noun, include_extras=True)


def without_none(hint: Any) -> tuple[Any, bool]:
    """The type without None, and whether None is allowed.

    >>> without_none(str | None), without_none(int | float)
    ((<class 'str'>, True), (int | float, False))
    """
    if get_origin(hint) not in (Union, UnionType):
        return hint, False
    members = [each for each in get_args(hint) if each is not NoneType]
    return reduce(or_, members), len(members) < len(get_args(hint))


def member_of(hint: Any) -> Any:
    """The type of the members of a tuple of any length, None for another type.

    >>> member_of(tuple[int, ...]), member_of(tuple[int, int])
    (<class 'int'>, None)
    """
    member, *rest = get_args(hint) if get_origin(hint) is tuple else (None,)
    return member if rest == [Ellipsis] else None


def id_of(hint: Any) -> str | None:
    """Of which noun such values are ids, None where they are none."""
    marks = get_args(hint)[1:] if get_origin(hint) is Annotated else ()
    return next((mark.noun for mark in marks if isinstance(mark, IdOf)), None)
