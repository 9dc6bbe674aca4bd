/**
 * The parser's parts: the reader of grammars, the tables made of one, the machine that runs them, and what finds the
 * words for an error.
 */
package org.pyvm.parser.internal;
