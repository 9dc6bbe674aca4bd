/**
 * The strategy {@code adaptive}: code is decoded into steps, objects that have their operands from where they lie, remember what
 * they have met, and put faster steps in their own place (quickening, after PEP 659 and Brunthaler). Start at {@link
 * org.pyvm.eval.strategy.adaptive.Decoder}. The code object never changes.
 */
package org.pyvm.eval.strategy.adaptive;
