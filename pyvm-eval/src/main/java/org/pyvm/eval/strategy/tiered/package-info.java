/** The strategy {@code tiered}: code that runs once is stepped through, code that runs again is translated first. */
package org.pyvm.eval.strategy.tiered;
