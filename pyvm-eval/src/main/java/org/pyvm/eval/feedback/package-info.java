/**
 * What code has seen as it ran: types of operands, targets of calls, ways of jumps, by instruction. Collected by an instrument,
 * kept by code object, for strategies that compile and for {@code -m pyvm.profile}. Start at {@link
 * org.pyvm.eval.feedback.Feedback}.
 */
package org.pyvm.eval.feedback;
