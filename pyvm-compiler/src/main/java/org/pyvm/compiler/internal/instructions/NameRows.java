package org.pyvm.compiler.internal.instructions;

import static org.pyvm.compiler.Opcode.opcode;

import java.util.List;
import org.pyvm.compiler.Opcode;
import org.pyvm.compiler.Opcode.Argument;

/** Constants, names of all scopes, attributes, subscripts and imports. */
public final class NameRows {
    private NameRows() {}

    public static List<Opcode> rows() {
        return List.of(
                opcode("LOAD_CONST", 100)
                        .argument(Argument.CONSTANT)
                        .gives("value")
                        .means("Pushes a constant.")
                        .build(),
                opcode("LOAD_NAME", 101)
                        .argument(Argument.NAME)
                        .gives("value")
                        .means("Pushes a variable of a module's or class's body: locals first, then globals, then"
                                + " built-ins; else NameError.")
                        .build(),
                opcode("STORE_NAME", 90)
                        .argument(Argument.NAME)
                        .takes("value")
                        .means("Sets a name in the locals mapping.")
                        .build(),
                opcode("DELETE_NAME", 91)
                        .argument(Argument.NAME)
                        .means("Deletes a name from the locals mapping, or NameError.")
                        .build(),
                opcode("LOAD_GLOBAL", 116)
                        .argument(Argument.NAME)
                        .gives("value")
                        .means("Pushes a global: globals first, then built-ins; else NameError.")
                        .build(),
                opcode("STORE_GLOBAL", 97)
                        .argument(Argument.NAME)
                        .takes("value")
                        .means("Sets a global.")
                        .build(),
                opcode("DELETE_GLOBAL", 98)
                        .argument(Argument.NAME)
                        .means("Deletes a global, or NameError.")
                        .build(),
                opcode("LOAD_FAST", 124)
                        .argument(Argument.LOCAL)
                        .gives("value")
                        .means("Pushes a local variable, or UnboundLocalError.")
                        .build(),
                opcode("STORE_FAST", 125)
                        .argument(Argument.LOCAL)
                        .takes("value")
                        .means("Sets a local variable.")
                        .build(),
                opcode("DELETE_FAST", 126)
                        .argument(Argument.LOCAL)
                        .means("Unbinds a local variable, or UnboundLocalError.")
                        .build(),
                opcode("LOAD_CLOSURE", 135)
                        .argument(Argument.CELL)
                        .gives("cell")
                        .means("Pushes a cell itself, for the closure of a function that is being made.")
                        .build(),
                opcode("LOAD_DEREF", 136)
                        .argument(Argument.CELL)
                        .gives("value")
                        .means("Pushes what a cell holds; empty: UnboundLocalError for a cell variable, NameError for a"
                                + " free one.")
                        .build(),
                opcode("STORE_DEREF", 137)
                        .argument(Argument.CELL)
                        .takes("value")
                        .means("Sets what a cell holds.")
                        .build(),
                opcode("DELETE_DEREF", 138)
                        .argument(Argument.CELL)
                        .means("Empties a cell; the errors are those of LOAD_DEREF.")
                        .build(),
                opcode("LOAD_CLASSDEREF", 148)
                        .argument(Argument.CELL)
                        .gives("value")
                        .means("LOAD_DEREF for a class body: the locals mapping goes before the cell.")
                        .build(),
                opcode("LOAD_ATTR", 106)
                        .argument(Argument.NAME)
                        .takes("owner")
                        .gives("value")
                        .means("Reads an attribute.")
                        .build(),
                opcode("STORE_ATTR", 95)
                        .argument(Argument.NAME)
                        .takes("value", "owner")
                        .means("Sets an attribute.")
                        .build(),
                opcode("DELETE_ATTR", 96)
                        .argument(Argument.NAME)
                        .takes("owner")
                        .means("Deletes an attribute.")
                        .build(),
                opcode("BINARY_SUBSCR", 25)
                        .takes("container", "key")
                        .gives("container[key]")
                        .means("Reads an item.")
                        .build(),
                opcode("STORE_SUBSCR", 60)
                        .takes("value", "container", "key")
                        .means("Sets an item.")
                        .build(),
                opcode("DELETE_SUBSCR", 61)
                        .takes("container", "key")
                        .means("Deletes an item.")
                        .build(),
                opcode("IMPORT_NAME", 108)
                        .argument(Argument.NAME)
                        .takes("level", "fromlist")
                        .gives("module")
                        .means("Calls __import__ with the name, the frame's globals and locals, fromlist and level."
                                + " Of a dotted name it gives the first part when fromlist is None.")
                        .build(),
                opcode("IMPORT_FROM", 109)
                        .argument(Argument.NAME)
                        .takes("module")
                        .gives("module", "attribute")
                        .means("Reads an attribute of a module, or the submodule of that name from sys.modules; else"
                                + " ImportError.")
                        .build(),
                opcode("IMPORT_STAR", 84)
                        .takes("module")
                        .means("Copies the module's public names into the locals mapping.")
                        .build(),
                opcode("SETUP_ANNOTATIONS", 85)
                        .means("Makes __annotations__ an empty dict in the locals mapping unless it is there.")
                        .build(),
                opcode("STORE_ANNOTATION", 127)
                        .argument(Argument.NAME)
                        .takes("annotation")
                        .means("Sets the item of that (mangled) name in __annotations__, which is looked up as"
                                + " LOAD_NAME does.")
                        .build());
    }
}
