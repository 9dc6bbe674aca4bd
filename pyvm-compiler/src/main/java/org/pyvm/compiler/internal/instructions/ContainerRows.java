package org.pyvm.compiler.internal.instructions;

import static org.pyvm.compiler.Opcode.opcode;

import java.util.List;
import org.pyvm.compiler.Opcode;
import org.pyvm.compiler.Opcode.Argument;

/** Building and unpacking containers, slices and strings. */
public final class ContainerRows {
    private ContainerRows() {}

    public static List<Opcode> rows() {
        return List.of(
                opcode("BUILD_TUPLE", 102)
                        .argument(Argument.COUNT)
                        .takesEach("item", n -> n)
                        .gives("tuple")
                        .means("A tuple of that many items.")
                        .build(),
                opcode("BUILD_LIST", 103)
                        .argument(Argument.COUNT)
                        .takesEach("item", n -> n)
                        .gives("list")
                        .means("A list of that many items.")
                        .build(),
                opcode("BUILD_SET", 104)
                        .argument(Argument.COUNT)
                        .takesEach("item", n -> n)
                        .gives("set")
                        .means("A set of that many items, added from left to right.")
                        .build(),
                opcode("BUILD_MAP", 105)
                        .argument(Argument.COUNT)
                        .takesEach("key value", n -> 2 * n)
                        .gives("dict")
                        .means("A dict of that many pairs, added from left to right.")
                        .build(),
                opcode("BUILD_CONST_KEY_MAP", 156)
                        .argument(Argument.COUNT)
                        .takesEach("value", n -> n)
                        .takes("keys")
                        .gives("dict")
                        .means("A dict of that many values under the keys of a tuple.")
                        .build(),
                opcode("BUILD_STRING", 157)
                        .argument(Argument.COUNT)
                        .takesEach("string", n -> n)
                        .gives("string")
                        .means("Joins that many strings.")
                        .build(),
                opcode("BUILD_SLICE", 133)
                        .argument(Argument.COUNT)
                        .takes("start", "stop")
                        .takesEach("step", n -> n == 3 ? 1 : 0)
                        .gives("slice")
                        .means("A slice of 2 or 3 parts.")
                        .build(),
                opcode("FORMAT_VALUE", 155)
                        .argument(Argument.FLAGS)
                        .takes("value")
                        .takesEach("format", flags -> (flags & 4) != 0 ? 1 : 0)
                        .gives("string")
                        .means("Formats a value of an f-string. Bits 0 and 1: 0 as it is, 1 str(), 2 repr(), 3 ascii()"
                                + " first; bit 2: a format specification is on the stack.")
                        .showsArgument((flags, constants, names) -> format(flags))
                        .build(),
                opcode("BUILD_LIST_UNPACK", 149)
                        .argument(Argument.COUNT)
                        .takesEach("iterable", n -> n)
                        .gives("list")
                        .means("A list of the items of that many iterables.")
                        .build(),
                opcode("BUILD_TUPLE_UNPACK", 152)
                        .argument(Argument.COUNT)
                        .takesEach("iterable", n -> n)
                        .gives("tuple")
                        .means("A tuple of the items of that many iterables; errors as in LIST_EXTEND.")
                        .build(),
                opcode("BUILD_TUPLE_UNPACK_WITH_CALL", 158)
                        .argument(Argument.COUNT)
                        .takesEach("iterable", n -> n)
                        .gives("tuple")
                        .means("BUILD_TUPLE_UNPACK for the positional arguments of a call; errors as in LIST_EXTEND.")
                        .build(),
                opcode("BUILD_SET_UNPACK", 153)
                        .argument(Argument.COUNT)
                        .takesEach("iterable", n -> n)
                        .gives("set")
                        .means("A set of the items of that many iterables.")
                        .build(),
                opcode("BUILD_MAP_UNPACK", 150)
                        .argument(Argument.COUNT)
                        .takesEach("mapping", n -> n)
                        .gives("dict")
                        .means("A dict of the items of that many mappings, later ones winning; errors as in"
                                + " DICT_UPDATE.")
                        .build(),
                opcode("BUILD_MAP_UNPACK_WITH_CALL", 151)
                        .argument(Argument.COUNT)
                        .takesEach("mapping", n -> n)
                        .gives("dict")
                        .means("A dict of the keyword arguments of a call from that many mappings; errors as in"
                                + " DICT_MERGE. Beneath the mappings lie the positional arguments and then the callable"
                                + " that the messages name.")
                        .build(),
                opcode("UNPACK_SEQUENCE", 92)
                        .argument(Argument.COUNT)
                        .takes("iterable")
                        .givesEach("item", n -> n)
                        .means("The items of an iterable that must have exactly that many; the first comes on top.")
                        .build(),
                opcode("UNPACK_EX", 94)
                        .argument(Argument.COUNT)
                        .takes("iterable")
                        .givesEach("item", n -> (n & 0xFF) + 1 + (n >> 8))
                        .means("The items of an iterable for a starred target: the low byte counts targets before the"
                                + " star, the rest those behind it; the first comes on top, and a list stands for the"
                                + " star.")
                        .build(),
                opcode("LIST_APPEND", 145)
                        .argument(Argument.DEPTH)
                        .takes("item")
                        .means("Appends to the list that lies that deep after the item is taken.")
                        .build(),
                opcode("SET_ADD", 146)
                        .argument(Argument.DEPTH)
                        .takes("item")
                        .means("Adds to the set that lies that deep after the item is taken.")
                        .build(),
                opcode("MAP_ADD", 147)
                        .argument(Argument.DEPTH)
                        .takes("value", "key")
                        .means("Sets a pair in the dict that lies that deep after both are taken. Our compiler emits"
                                + " MAP_ADD_KEY_FIRST instead.")
                        .build());
    }

    private static String format(int flags) {
        String conversion = List.of("", "str", "repr", "ascii").get(flags & 3);
        boolean both = !conversion.isEmpty() && (flags & 4) != 0;
        return conversion + (both ? ", " : "") + ((flags & 4) != 0 ? "with format" : "");
    }
}
