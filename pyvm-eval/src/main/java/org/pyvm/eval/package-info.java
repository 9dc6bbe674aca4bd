/**
 * Running code: frames with their value and block stacks, functions, generators, and the evaluation strategies.
 *
 * <p>What an instruction means is in {@code semantics}, one method each; how instructions are dispatched is in {@code
 * strategy}, one package a strategy. Start at {@link org.pyvm.eval.Frame} and {@link org.pyvm.eval.EvaluationStrategy}.
 */
package org.pyvm.eval;
