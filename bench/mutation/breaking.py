"""Breaks of one expression at a time in the source of a function."""

from __future__ import annotations

import ast
import copy
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

FLIPS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
SWAPPED = {"any": "all", "all": "any"}

Change = Callable[[ast.AST], None]


def conditions(node: ast.AST) -> Iterator[tuple[str, Change]]:
    """Breaks of what decides: comparisons, and/or, not, any/all, raised refusals, checks made."""
    match node:
        case ast.Compare(ops=ops):
            for place, op in enumerate(ops):
                if flipped := FLIPS.get(type(op)):
                    yield (
                        f"{type(op).__name__} becomes {flipped.__name__}",
                        lambda n, p=place, f=flipped: n.ops.__setitem__(p, f()),
                    )
        case ast.BoolOp(op=op, values=values):
            other = ast.Or if isinstance(op, ast.And) else ast.And
            yield (
                f"{type(op).__name__} becomes {other.__name__}",
                lambda n: setattr(n, "op", other()),
            )
            neutral = isinstance(op, ast.And)
            for place in range(len(values)):
                yield (
                    f"{ast.unparse(values[place])} is dropped",
                    lambda n, p=place, c=neutral: n.values.__setitem__(p, ast.Constant(c)),
                )
        case ast.If(test=test):
            yield f"if {ast.unparse(test)} never", lambda n: setattr(n, "test", ast.Constant(False))
            yield f"if {ast.unparse(test)} always", lambda n: setattr(n, "test", ast.Constant(True))
        case ast.UnaryOp(op=ast.Not()):
            yield (
                "not is doubled",
                lambda n: setattr(n, "operand", ast.UnaryOp(ast.Not(), n.operand)),
            )
        case ast.Call(func=ast.Name(id=name)) if name in SWAPPED:
            yield (
                f"{name} becomes {SWAPPED[name]}",
                lambda n: setattr(n.func, "id", SWAPPED[n.func.id]),
            )
        case ast.Expr(value=ast.Call(func=func)) if "check" in ast.unparse(func):
            yield (
                f"{ast.unparse(func)} is not asked",
                lambda n: setattr(n, "value", ast.Constant(None)),
            )
        case ast.Return(value=value) if value is not None and _decides(value):
            for answer in (True, False):
                yield f"returns {answer}", lambda n, a=answer: setattr(n, "value", ast.Constant(a))
        case ast.comprehension(ifs=[*ifs]):
            for place in range(len(ifs)):
                yield f"{ast.unparse(ifs[place])} is dropped", lambda n, p=place: n.ifs.pop(p)


def filters(node: ast.AST) -> Iterator[tuple[str, Change]]:
    """Breaks of what a query lets through: a filter, one of its terms, one side of an or."""
    match node:
        case ast.Call(func=ast.Attribute(attr="filter"), args=args, keywords=keywords):
            yield f"filter({_short(node)}) lets all through", _let_all_through
            if len(args) + len(keywords) > 1:
                for place, term in enumerate(args):
                    yield f"{ast.unparse(term)} is dropped", lambda n, p=place: n.args.pop(p)
                for place, word in enumerate(keywords):
                    yield f"{word.arg} is dropped", lambda n, p=place: n.keywords.pop(p)
        case ast.BinOp(op=ast.BitOr() | ast.BitAnd() as op):
            other = ast.BitAnd if isinstance(op, ast.BitOr) else ast.BitOr
            yield (
                f"{type(op).__name__} becomes {other.__name__}",
                lambda n: setattr(n, "op", other()),
            )
        case ast.UnaryOp(op=ast.Invert()):
            yield (
                "~ is doubled",
                lambda n: setattr(n, "operand", ast.UnaryOp(ast.Invert(), n.operand)),
            )
        case ast.Call(func=ast.Attribute(attr="organisations_where"), args=[_, *_] as args):
            for place in range(len(args)):
                yield f"without {ast.unparse(args[place])}", lambda n, p=place: n.args.pop(p)


def broken(
    tree: ast.Module, qualname: str, breaks: Callable[[ast.AST], Iterator[tuple[str, Change]]]
) -> Iterator[tuple[str, Callable[[], ast.Module]]]:
    """Every break of a function: what it does in words, and what makes the module with it.

    Made only when it is wanted: hundreds of copies at once would make the process so large that it
    could start no limited child to read a document.
    """

    def made(place: int, change: Change) -> ast.Module:
        copied = copy.deepcopy(tree)
        change(_node(copied, qualname, place))
        return ast.fix_missing_locations(copied)

    named: Counter[str] = Counter()
    for place, node in enumerate(_nodes(tree, qualname)):
        for words, change in breaks(node):
            line = getattr(node, "lineno", "")
            name = f"line {line}: {words}" if line else words
            named[name] += 1
            again = f" ({named[name]})" if named[name] > 1 else ""
            yield f"{name}{again}", partial(made, place, change)


def functions(tree: ast.Module) -> Iterator[str]:
    """The qualified names of functions and methods of a module."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name
        elif isinstance(node, ast.ClassDef):
            yield from (f"{node.name}.{one.name}" for one in node.body if _is_function(one))


def _is_function(node: ast.stmt) -> bool:
    return isinstance(node, ast.FunctionDef)


def _function(tree: ast.Module, qualname: str) -> ast.AST:
    found: ast.AST = tree
    for name in qualname.split("."):
        found = next(n for n in found.body if getattr(n, "name", "") == name)  # type: ignore[attr-defined]
    return found


def _node(tree: ast.Module, qualname: str, place: int) -> ast.AST:
    return _nodes(tree, qualname)[place]


def _nodes(tree: ast.Module, qualname: str) -> list[ast.AST]:
    """What a function does, without its annotations."""
    body = _function(tree, qualname).body  # type: ignore[attr-defined]
    return [node for statement in body for node in ast.walk(statement)]


def _decides(value: ast.expr) -> bool:
    """Whether an expression is of yes or no, as far as its form tells."""
    if isinstance(value, ast.Call):
        return ast.unparse(value.func) in {"any", "all", "bool"} or "holds" in ast.unparse(value)
    return isinstance(value, ast.Compare | ast.BoolOp) or (
        isinstance(value, ast.UnaryOp) and isinstance(value.op, ast.Not)
    )


def _let_all_through(node: ast.AST) -> None:
    assert isinstance(node, ast.Call)
    assert isinstance(node.func, ast.Attribute)
    node.func.attr, node.args, node.keywords = "all", [], []


def _short(node: ast.Call) -> str:
    return ", ".join(word.arg or "**" for word in node.keywords) or "…"
