package org.pyvm.modules.io;

/** A stream of ours that knows without running Python code whether it is closed. */
interface PyClosable {
    boolean isClosed();
}
