"""A class made by our own `dataclass` does what the standard library's does."""

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Callable, Iterator
from dataclasses import FrozenInstanceError, field, fields, is_dataclass, replace
from typing import Any, Generic, TypeVar, get_type_hints

import pytest

from generator import values
from generator.values import is_frozen

T = TypeVar("T")
Maker = Callable[..., Any]
OURS: Maker = values.dataclass


def shapes(dataclass: Maker) -> dict[str, Any]:
    """The same classes, made by one of the two."""

    @dataclass(frozen=True, slots=True)
    class Nothing:
        pass

    @dataclass(frozen=True, slots=True)
    class One:
        """With words of its own."""

        number: float

    @dataclass(frozen=True, slots=True)
    class Several:
        a: int
        b: str = "b"
        c: list[int] = field(default_factory=list)
        place: int = field(default=0, compare=False)
        hidden: str = field(default="", repr=False)

        def sum(self) -> int:
            return self.a + len(self.c)

    @dataclass(frozen=True, slots=True)
    class More(Several):
        d: int = 4

    @dataclass(frozen=True, slots=True, kw_only=True)
    class ByName:
        a: int = 1
        b: str

    @dataclass(frozen=True, slots=True)
    class LastByName(One):
        unit: str = field(kw_only=True)

    @dataclass(frozen=True, slots=True, eq=False)
    class Itself:
        a: int

    @dataclass(frozen=True, slots=True)
    class OfSome(Generic[T]):
        a: T

    @dataclass(frozen=True, slots=True, order=True)
    class Ordered:
        a: int
        b: str
        place: int = field(default=0, compare=False)

    @dataclass(frozen=True, slots=True)
    class SaysItself:
        a: int
        b: int

        def __eq__(self, other: object) -> bool:
            return isinstance(other, SaysItself) and self.a == other.a

        def __hash__(self) -> int:
            return hash(self.a)

        def __repr__(self) -> str:
            return f"<{self.a}>"

    @dataclass(frozen=True, slots=True)
    class SaysEqual:  # noqa: PLW1641  whose hash is left to the library, or to us
        a: int

        def __eq__(self, other: object) -> bool:
            return isinstance(other, SaysEqual)

    return {name: it for name, it in locals().items() if isinstance(it, type)}


STANDARD, SAME = shapes(dataclasses.dataclass), shapes(OURS)
NAN = float("nan")
CALLS: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = [
    ("Nothing", (), {}),
    ("One", (2.5,), {}),
    ("One", (NAN,), {}),
    ("One", (), {"number": 1}),
    ("Several", (1,), {}),
    ("Several", (1, "x", [1, 2], 7, "secret"), {}),
    ("Several", (1,), {"c": [3], "place": 9}),
    ("More", (1, "x"), {"d": 5}),
    ("ByName", (), {"b": "x"}),
    ("LastByName", (1.5,), {"unit": "days"}),
    ("Itself", (1,), {}),
    ("OfSome", ("x",), {}),
    ("Ordered", (1, "b"), {}),
    ("SaysItself", (1, 2), {}),
    ("SaysEqual", (1,), {}),
]
WRONG: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = [
    ("One", (), {}),
    ("One", (1, 2), {}),
    ("One", (1,), {"other": 2}),
    ("ByName", (1,), {"b": "x"}),
    ("LastByName", (1.5, "days"), {}),
]


def each() -> Iterator[tuple[Any, Any]]:
    """A value of each shape as the library makes it, and as we do."""
    for name, words, by_name in CALLS:
        yield STANDARD[name](*words, **by_name), SAME[name](*words, **by_name)


def seen(value: Any) -> dict[str, Any]:
    return {it.name: getattr(value, it.name) for it in fields(value)}


def test_values_have_the_same_fields_and_read_the_same() -> None:
    for theirs, ours in each():
        assert seen(ours) == seen(theirs)
        assert repr(ours) == repr(theirs)
        assert ours.__match_args__ == theirs.__match_args__
        assert type(ours).__doc__ == (type(theirs).__doc__ if type(theirs).__name__ == "One" else None)
        assert is_dataclass(ours)
        assert not hasattr(ours, "__dict__")


def test_values_are_equal_and_hashed_by_what_is_compared() -> None:
    several, itself, equal = SAME["Several"], SAME["Itself"], SAME["SaysEqual"]
    assert several(1, place=2) == several(1, place=3)
    assert several(1) != several(2)
    assert several(1) != SAME["More"](1)
    assert several(1).__eq__(1) is NotImplemented
    assert SAME["One"](NAN) == SAME["One"](NAN), "as members of tuples, which a library's comparison makes of them"
    assert hash(SAME["ByName"](b="x")) == hash(SAME["ByName"](b="x", a=1))
    assert itself(1) != itself(1)
    assert len({SAME["Nothing"](), SAME["Nothing"](), SAME["OfSome"]("x"), SAME["OfSome"]("x")}) == 2
    assert SAME["SaysItself"](1, 2) == SAME["SaysItself"](1, 3)
    assert hash(SAME["SaysItself"](1, 2)) == hash(1)
    assert equal(1) == equal(2)
    assert hash(equal(1)) == hash(equal(1))
    with pytest.raises(TypeError, match="unhashable"):
        hash(several(1))


@pytest.mark.parametrize(("name", "words", "by_name"), WRONG)
def test_what_cannot_be_given_is_refused_in_the_same_words(
    name: str, words: tuple[Any, ...], by_name: dict[str, Any]
) -> None:
    with pytest.raises(TypeError) as theirs:
        STANDARD[name](*words, **by_name)
    with pytest.raises(TypeError) as ours:
        SAME[name](*words, **by_name)
    assert str(ours.value) == str(theirs.value)


def test_nothing_of_a_value_can_be_changed() -> None:
    value = SAME["Several"](1)
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'a'"):
        value.a = 2
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'new'"):
        value.new = 2
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'a'"):
        del value.a
    assert value.a == 1


def test_a_list_that_nobody_gives_is_made_for_each_value() -> None:
    one, other = SAME["Several"](1), SAME["Several"](1)
    one.c.append(1)
    assert other.c == []


def test_a_value_can_be_replaced_copied_and_matched() -> None:
    value = SAME["More"](1, "x", [1], d=5)
    assert seen(replace(value, a=2)) == {**seen(value), "a": 2}
    assert copy.copy(value) == value
    assert copy.deepcopy(value) == value
    match value:
        case object(a=1, d=number):
            assert number == 5
        case _:
            pytest.fail("nothing matched")


@values.dataclass(frozen=True, slots=True)
class Sent:
    """Pickle finds a class by its name in a module."""

    a: int
    b: tuple[str, ...] = ()


SENT = Sent(1, ("x",))


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_a_value_can_be_sent_to_another_process(protocol: int) -> None:
    assert pickle.loads(pickle.dumps(SENT, protocol)) == SENT  # noqa: S301  nobody else has made it


def test_who_asks_for_the_signature_gets_it_before_the_first_value_is_made() -> None:
    theirs, ours = shapes(dataclasses.dataclass), shapes(OURS)
    for name, kind in ours.items():
        told, wanted = inspect.signature(kind), inspect.signature(theirs[name])
        assert [(it.name, it.kind) for it in told.parameters.values()] == [
            (it.name, it.kind) for it in wanted.parameters.values()
        ]
        assert get_type_hints(kind.__init__) == get_type_hints(theirs[name].__init__)
        assert kind.__init__.__qualname__ == theirs[name].__init__.__qualname__


def test_what_is_not_frozen_and_slotted_is_the_librarys() -> None:
    @values.dataclass
    class Changeable:
        a: int

    @values.dataclass(frozen=True)
    class Slotless:
        a: int

    changeable = Changeable(1)
    changeable.a = 2
    assert changeable == Changeable(2)
    assert vars(Slotless(1)) == {"a": 1}


def test_values_with_an_order_have_that_of_what_is_compared() -> None:
    for kind in (STANDARD["Ordered"], SAME["Ordered"]):
        one, same, later = kind(1, "b"), kind(1, "b", 7), kind(1, "c")
        assert (one < later, one <= later, one > later, one >= later) == (True, True, False, False)
        assert (one < same, one <= same, one > same, one >= same) == (False, True, False, True)
        assert sorted([later, one]) == [one, later]
        with pytest.raises(TypeError, match="'<' not supported"):
            assert one < (1, "b")


def test_what_is_frozen_is_known_whoever_made_it() -> None:
    @values.dataclass(slots=True)
    class Changeable:
        a: int

    assert all(is_frozen(kind) for kind in (*STANDARD.values(), *SAME.values()))
    assert not is_frozen(Changeable)
    assert not is_frozen(int)


def test_what_follows_from_a_value_is_worked_out_once() -> None:
    asked = []

    @values.dataclass(frozen=True)
    class Slotless:
        a: int

        @values.cached_property
        def doubled(self) -> int:
            """Twice as much."""
            asked.append(self.a)
            return 2 * self.a

    one, other = Slotless(1), Slotless(2)
    assert (one.doubled, one.doubled, other.doubled) == (2, 2, 4)
    assert asked == [1, 2]
    assert one == Slotless(1), "what was worked out is no part of it"
    assert Slotless.__dict__["doubled"].__doc__ == "Twice as much."


def test_what_is_worked_out_while_a_value_is_made_is_left_to_the_library() -> None:
    @values.dataclass(frozen=True, slots=True)
    class Told:
        words: str
        number: int = field(init=False, default=3)

    @values.dataclass(frozen=True, slots=True)
    class ToldToo(Told):
        more: str = ""

    @values.dataclass(frozen=True, slots=True)
    class Counted:
        words: str

        def __post_init__(self) -> None:
            object.__setattr__(self, "words", self.words.strip())

    @values.dataclass(frozen=True, slots=True)
    class CountedToo(Counted):
        more: str = ""

    assert Told("a").number == 3
    assert ToldToo("a", "b").number == 3
    assert Counted(" a ").words == "a"
    assert CountedToo(" a ", "b").words == "a"
    assert all(map(is_frozen, (Told, ToldToo, Counted, CountedToo)))
