/** Default values that are evaluated at each call: {@code def f(x, n=>len(x))} (PEP 671). */
package org.pyvm.plugins.latebound;
