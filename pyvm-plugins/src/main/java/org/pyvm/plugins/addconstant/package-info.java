/** A superinstruction: a pass over control flow graphs finds where its opcode fits. */
package org.pyvm.plugins.addconstant;
