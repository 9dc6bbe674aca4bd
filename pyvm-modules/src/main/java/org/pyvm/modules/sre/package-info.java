/**
 * The module {@code _sre}: the regular expression engine below the standard library's {@code re}, which parses patterns and
 * compiles them to words of code.
 *
 * <p>{@code ProgramBuilder} turns the words into a graph of {@code Node}s, {@code Matcher} runs it on a {@code Subject} with a stack of
 * its own, so that no pattern exhausts Java's. {@code PyPattern}, {@code PyMatch} and {@code PyScanner} are what Python sees.
 */
package org.pyvm.modules.sre;
