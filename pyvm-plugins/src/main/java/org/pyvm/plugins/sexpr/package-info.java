/** A second front end: Python written in S-expressions. */
package org.pyvm.plugins.sexpr;
