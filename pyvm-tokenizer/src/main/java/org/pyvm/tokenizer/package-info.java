/**
 * Source text to tokens, and what every later stage shares: positions, the compilation context and the exception of the
 * front end.
 *
 * <p>Knows nothing of grammar. Start at {@link org.pyvm.tokenizer.Tokenizer}; {@link
 * org.pyvm.tokenizer.PythonTokenizer} is Python's own.
 */
package org.pyvm.tokenizer;
