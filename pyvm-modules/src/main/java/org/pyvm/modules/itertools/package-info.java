/**
 * The module {@code itertools}: a class for each of its iterators. All can be copied and pickled by {@code __reduce__} and
 * {@code __setstate__}; an exhausted one stays exhausted. Start at {@link org.pyvm.modules.itertools.ItertoolsModule}.
 */
package org.pyvm.modules.itertools;
