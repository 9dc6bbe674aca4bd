/**
 * Fast forms of operations, each with its guard: what they do not apply to they answer with null. {@code semantics} tries them
 * first, and strategies that have seen which apply go to them directly.
 */
package org.pyvm.eval.semantics.fast;
