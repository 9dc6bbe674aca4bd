/** The strategy {@code jit}: the blocks of {@code closure} compiled to JVM bytecode almost at once. */
package org.pyvm.eval.strategy.jit;
