/**
 * What the rules of a grammar cannot say of a node: whether that can be assigned to, in which order arguments stand. A
 * check only finds that something is wrong, quickly, for every node of the first pass; the words are found in the second.
 *
 * <p>Checks read short and full trees alike.
 */
package org.pyvm.parser.internal.check;
