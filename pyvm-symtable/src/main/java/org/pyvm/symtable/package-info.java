/**
 * Decides, for every name in every block of a program, where it lives: local, global, free or cell.
 *
 * <p>Knows the AST and nothing of instructions. Start at {@link org.pyvm.symtable.SymbolTableBuilder}; {@link
 * org.pyvm.symtable.Scope} and {@link org.pyvm.symtable.Symbol} are what comes out, with CPython's numbers; {@link
 * org.pyvm.symtable.PrivateNames} mangles.
 */
package org.pyvm.symtable;
