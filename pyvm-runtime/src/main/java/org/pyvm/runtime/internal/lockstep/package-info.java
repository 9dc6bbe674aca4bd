/**
 * Two interpreters that run one program by different strategies, compared as they go. {@link
 * org.pyvm.runtime.internal.lockstep.Lane} carries what the first did to the second.
 */
package org.pyvm.runtime.internal.lockstep;
