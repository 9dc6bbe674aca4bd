/**
 * The module {@code _functools}: {@code partial}, {@code reduce}, {@code cmp_to_key} and the cache behind {@code lru_cache}.
 */
package org.pyvm.modules.functools;
