package org.pyvm.compiler.internal.instructions;

import static org.pyvm.compiler.Opcode.opcode;

import java.util.List;
import org.pyvm.compiler.Opcode;
import org.pyvm.compiler.Opcode.Argument;
import org.pyvm.compiler.Opcode.Flag;

/** Calls, functions, classes, generators and coroutines. */
public final class CallRows {
    private CallRows() {}

    public static List<Opcode> rows() {
        return List.of(
                opcode("CALL_FUNCTION", 131)
                        .argument(Argument.COUNT)
                        .takes("callable")
                        .takesEach("argument", n -> n)
                        .gives("result")
                        .means("Calls with that many positional arguments.")
                        .build(),
                opcode("CALL_FUNCTION_KW", 141)
                        .argument(Argument.COUNT)
                        .takes("callable")
                        .takesEach("argument", n -> n)
                        .takes("names")
                        .gives("result")
                        .means("Calls with that many arguments, the last of which are keyword arguments, named by a"
                                + " tuple of strings.")
                        .build(),
                opcode("CALL_FUNCTION_EX", 142)
                        .argument(Argument.FLAGS)
                        .takes("callable", "arguments")
                        .takesEach("keywords", flags -> flags & 1)
                        .gives("result")
                        .means("Calls with an iterable of positional arguments and, if bit 0 is set, a mapping of"
                                + " keyword arguments. A mapping that is no dict is merged into one (errors as in"
                                + " DICT_MERGE) before an iterable that is no tuple is read (its error: \"f()"
                                + " argument after * must be an iterable, not int\").")
                        .build(),
                opcode("MAKE_FUNCTION", 132)
                        .argument(Argument.FLAGS)
                        .takesEach("defaults", flags -> flags & 1)
                        .takesEach("keyword defaults", flags -> flags >> 1 & 1)
                        .takesEach("annotations", flags -> flags >> 2 & 1)
                        .takesEach("closure", flags -> flags >> 3 & 1)
                        .takes("code", "qualified name")
                        .gives("function")
                        .means("Makes a function. Bits say what lies below the code: 1 a tuple of defaults, 2 a dict of"
                                + " defaults of keyword-only parameters, 4 a dict of annotations, 8 a tuple of cells.")
                        .build(),
                opcode("LOAD_BUILD_CLASS", 71)
                        .gives("__build_class__")
                        .means("Pushes builtins.__build_class__.")
                        .build(),
                opcode("PRINT_EXPR", 70)
                        .takes("value")
                        .means("Shows the value of an interactive statement by sys.displayhook.")
                        .build(),
                opcode("YIELD_VALUE", 86)
                        .takes("value")
                        .gives("sent")
                        .flag(Flag.YIELDS)
                        .means("Suspends the frame with a value; on resumption the sent value is pushed. In an"
                                + " asynchronous generator the value is wrapped, to tell it from one of an await.")
                        .build(),
                opcode("YIELD_FROM", 72)
                        .takes("iterator", "value")
                        .gives("result")
                        .flag(Flag.YIELDS)
                        .means("Sends the value to the iterator. While it yields, suspends with what it yields and is"
                                + " executed again on resumption, with the sent value on top; its return value is the"
                                + " result.")
                        .build(),
                opcode("GET_YIELD_FROM_ITER", 69)
                        .takes("iterable")
                        .gives("iterator")
                        .means("GET_ITER for yield from: a generator is taken as it is, and a coroutine too if the code"
                                + " is a coroutine's, else TypeError.")
                        .build(),
                opcode("GET_AWAITABLE", 73)
                        .takes("awaitable")
                        .gives("iterator")
                        .means("The iterator that await runs: a coroutine itself, else what __await__ returns. A"
                                + " coroutine that is being awaited already is a RuntimeError.")
                        .build(),
                opcode("GET_AITER", 50)
                        .takes("iterable")
                        .gives("asynchronous iterator")
                        .means("What __aiter__ returns; it must have __anext__. As of Python 3.7 the iterator itself,"
                                + " not an awaitable, so no YIELD_FROM follows.")
                        .build(),
                opcode("GET_ANEXT", 51)
                        .takes("asynchronous iterator")
                        .gives("asynchronous iterator", "iterator")
                        .means("Calls __anext__ and gives the iterator that awaits its result.")
                        .build(),
                opcode("BEFORE_ASYNC_WITH", 52)
                        .takes("manager")
                        .gives("exit", "awaitable")
                        .means("Looks up __aenter__ and __aexit__, replaces the manager by its bound __aexit__, and"
                                + " calls __aenter__.")
                        .build());
    }
}
