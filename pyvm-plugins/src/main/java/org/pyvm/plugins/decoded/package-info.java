/** An evaluation strategy from a plugin, with a loop of its own. */
package org.pyvm.plugins.decoded;
