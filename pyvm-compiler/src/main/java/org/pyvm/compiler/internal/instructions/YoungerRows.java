package org.pyvm.compiler.internal.instructions;

import static org.pyvm.compiler.Opcode.PENDING;
import static org.pyvm.compiler.Opcode.opcode;

import java.util.List;
import org.pyvm.compiler.Opcode;
import org.pyvm.compiler.Opcode.Argument;
import org.pyvm.compiler.Opcode.Flag;

/**
 * Opcodes that CPython 3.6 does not have, 160 to 199: what the younger language needs, and where 3.6's sequence would let
 * a program see that it does not run on 3.11.
 */
public final class YoungerRows {
    private YoungerRows() {}

    /** Constructs that 3.6 has, in 3.11's order. */
    public static List<Opcode> refinements() {
        return List.of(
                opcode("LOAD_ASSERTION_ERROR", 160)
                        .gives("AssertionError")
                        .means("Pushes the built-in AssertionError. With LOAD_GLOBAL a program that rebinds the name"
                                + " would see another exception raised by assert.")
                        .build(),
                opcode("LIST_EXTEND", 161)
                        .argument(Argument.DEPTH)
                        .takes("iterable")
                        .means("Extends the list that lies that deep after the iterable is taken. TypeError for what"
                                + " is not iterable: \"Value after * must be an iterable, not int\"."
                                + " BUILD_LIST_UNPACK would iterate only after all operands are evaluated.")
                        .build(),
                opcode("SET_UPDATE", 162)
                        .argument(Argument.DEPTH)
                        .takes("iterable")
                        .means("Adds all items to the set that lies that deep after the iterable is taken.")
                        .build(),
                opcode("DICT_UPDATE", 163)
                        .argument(Argument.DEPTH)
                        .takes("mapping")
                        .means("Updates the dict that lies that deep after the mapping is taken. TypeError: \"'int'"
                                + " object is not a mapping\".")
                        .build(),
                opcode("DICT_MERGE", 164)
                        .argument(Argument.DEPTH)
                        .takes("mapping")
                        .means("DICT_UPDATE for keyword arguments: a key that is there already is a TypeError, \"f()"
                                + " got multiple values for keyword argument 'k'\", and so is what is no mapping,"
                                + " \"f() argument after ** must be a mapping, not int\". Beneath the dict lie the"
                                + " positional arguments and then the callable that the messages name.")
                        .build(),
                opcode("LIST_TO_TUPLE", 165)
                        .takes("list")
                        .gives("tuple")
                        .means("A tuple of the list's items.")
                        .build(),
                opcode("MAP_ADD_KEY_FIRST", 166)
                        .argument(Argument.DEPTH)
                        .takes("key", "value")
                        .means("Sets a pair in the dict that lies that deep after both are taken. Since 3.8 a dict"
                                + " comprehension evaluates the key first; MAP_ADD has them the other way round.")
                        .build(),
                opcode("GET_WITH_AWAITABLE", 167)
                        .argument(Argument.COUNT)
                        .takes("awaitable")
                        .gives("iterator")
                        .means("GET_AWAITABLE for what __aenter__ (1) or __aexit__ (2) returned, which its TypeError"
                                + " names: \"'async with' received an object from __aenter__ that does not implement"
                                + " __await__: int\".")
                        .build(),
                opcode("END_ASYNC_FOR", 168)
                        .takes("asynchronous iterator", PENDING)
                        .flag(Flag.TAKES_PENDING)
                        .flag(Flag.USES_BLOCKS)
                        .means("Ends an async for in the handler of the except block around GET_ANEXT: when the"
                                + " exception is a StopAsyncIteration, drops it as POP_EXCEPT does, and the"
                                + " iterator; else raises it again as END_FINALLY does. 3.6 compares with the"
                                + " global of that name, which a program can rebind.")
                        .build(),
                opcode("POP_FINALLY", 169)
                        .takes(PENDING)
                        .flag(Flag.TAKES_PENDING)
                        .flag(Flag.USES_BLOCKS)
                        .means("Drops what is pending in a finally handler, and for an exception the handler's block,"
                                + " as POP_EXCEPT does: for continue in a finally clause, a SyntaxError before"
                                + " 3.8.")
                        .build());
    }

    /** match and except*. */
    public static List<Opcode> constructs() {
        return List.of(
                opcode("ROT_FOUR", 170)
                        .takes("a", "b", "c", "d")
                        .gives("d", "a", "b", "c")
                        .means("Moves the top down to fourth place.")
                        .build(),
                opcode("ROT_N", 171)
                        .argument(Argument.COUNT)
                        .takesEach("item", n -> n)
                        .givesEach("item", n -> n)
                        .means("Moves the top down to the place of that number.")
                        .build(),
                opcode("GET_LEN", 172)
                        .takes("subject")
                        .gives("subject", "length")
                        .means("Pushes len() of the top item.")
                        .build(),
                opcode("MATCH_MAPPING", 173)
                        .takes("subject")
                        .gives("subject", "bool")
                        .means("Pushes whether the top item's type has Py_TPFLAGS_MAPPING.")
                        .build(),
                opcode("MATCH_SEQUENCE", 174)
                        .takes("subject")
                        .gives("subject", "bool")
                        .means("Pushes whether the top item's type has Py_TPFLAGS_SEQUENCE.")
                        .build(),
                opcode("MATCH_KEYS", 175)
                        .takes("subject", "keys")
                        .gives("subject", "keys", "values")
                        .means("Pushes a tuple of the values under a tuple of keys, or None when one is missing; read"
                                + " by get() with a sentinel. A key given twice is a ValueError.")
                        .build(),
                opcode("MATCH_CLASS", 176)
                        .argument(Argument.COUNT)
                        .takes("subject", "class", "names")
                        .gives("attributes")
                        .means("A tuple of the attributes that a class pattern asks for, or None when the subject is"
                                + " no instance or lacks one: first that many positional ones, by the class's"
                                + " __match_args__, then those of a tuple of names.")
                        .build(),
                opcode("COPY_DICT_WITHOUT_KEYS", 177)
                        .takes("subject", "keys")
                        .gives("subject", "rest")
                        .means("A dict of the mapping's items but those under a tuple of keys, for {**rest}.")
                        .build(),
                opcode("CHECK_EG_MATCH", 178)
                        .takes("exception", "type")
                        .gives("rest", "match")
                        .means("Splits an exception for an except* clause. The match (a bare exception is wrapped in a"
                                + " group) becomes the handled exception and rest is what is left, or None; when"
                                + " nothing matches, rest is the exception and match is None. Type as for"
                                + " COMPARE_OP 10, but no subclass of BaseExceptionGroup.")
                        .build(),
                opcode("PREP_RERAISE_STAR", 179)
                        .takes("original", "list")
                        .gives("exception")
                        .means("What a try statement with except* clauses raises in the end, from the original"
                                + " exception and a list of those raised in clauses and of what none of them"
                                + " matched (or None): None, the one exception, or a group.")
                        .build(),
                opcode("RERAISE", 180)
                        .takes("exception")
                        .endsBlock()
                        .flag(Flag.USES_BLOCKS)
                        .means("Raises an exception as it is: no new context, no new traceback entry.")
                        .build(),
                opcode("COPY_FREE_VARS", 181)
                        .argument(Argument.COUNT)
                        .means("Does nothing, and the compiler does not emit it: a frame has its function's cells from"
                                + " the start. Programs that give a code object free variables put it in front, as"
                                + " 3.11 wants it, and find it in opcode.opmap.")
                        .costs(0)
                        .build());
    }
}
