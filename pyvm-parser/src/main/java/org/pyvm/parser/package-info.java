/**
 * Tokens to a concrete parse tree, by a grammar that is data: {@code python.grammar} beside this package, and what
 * plugins add to it.
 *
 * <p>Knows nothing of meaning: that is the AST's. Start at {@link org.pyvm.parser.Parser} and at the grammar.
 */
package org.pyvm.parser;
