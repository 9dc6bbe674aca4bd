/**
 * The words for a syntax error. Runs only when the first pass has failed, so it may be slow; it recurs, to a bounded depth.
 */
package org.pyvm.parser.internal.diagnosis;
