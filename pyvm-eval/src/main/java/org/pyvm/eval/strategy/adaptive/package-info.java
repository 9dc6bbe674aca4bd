/**
 * The strategy {@code adaptive}: a loop over a private, wider copy of the code whose instructions are rewritten while they run
 * (quickening, after PEP 659 and Brunthaler), with caches beside them. The code object never changes.
 */
package org.pyvm.eval.strategy.adaptive;
