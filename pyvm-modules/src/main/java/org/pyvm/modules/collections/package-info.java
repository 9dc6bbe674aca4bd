/**
 * The module {@code _collections}: deque, defaultdict, OrderedDict, and the helpers of Counter and namedtuple.
 */
package org.pyvm.modules.collections;
