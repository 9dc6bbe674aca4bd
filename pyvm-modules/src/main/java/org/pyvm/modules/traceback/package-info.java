/**
 * How an exception that nobody caught is shown: what CPython's pythonrun.c, traceback.c and suggestions.c write.
 *
 * <p>Start with {@link org.pyvm.modules.traceback.TracebackWriter}. The library's {@code traceback} module does the same in
 * Python, in places with other results.
 */
package org.pyvm.modules.traceback;
