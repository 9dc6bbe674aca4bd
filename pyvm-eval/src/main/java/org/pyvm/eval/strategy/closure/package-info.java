/**
 * The strategy {@code closure}: each basic block becomes a list of statements over trees of small Java objects, which hand
 * each other values as Java values where the wordcode uses the value stack. At the start of each block the whole state is
 * in the frame again, so a frame can be taken over from another strategy and handed to one there.
 */
package org.pyvm.eval.strategy.closure;
