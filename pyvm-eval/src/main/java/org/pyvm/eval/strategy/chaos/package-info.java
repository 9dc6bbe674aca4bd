/** The strategy {@code chaos}: frames that change hands at random, to find what one strategy keeps from the others. */
package org.pyvm.eval.strategy.chaos;
