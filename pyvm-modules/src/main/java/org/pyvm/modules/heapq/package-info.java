/**
 * The module {@code _heapq}.
 */
package org.pyvm.modules.heapq;
