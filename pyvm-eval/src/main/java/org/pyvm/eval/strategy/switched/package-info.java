/**
 * The strategy {@code switch}: the book's evaluation loop (chapter 9), one {@code switch} over opcodes. The readable
 * reference for all other strategies.
 */
package org.pyvm.eval.strategy.switched;
