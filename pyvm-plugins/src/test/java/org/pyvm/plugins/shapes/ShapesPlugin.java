package org.pyvm.plugins.shapes;

import org.pyvm.runtime.PyvmPlugin;

/** A module, a type and functions in Java, and what finds modules that are no files. */
public final class ShapesPlugin extends PyvmPlugin {
    @Override
    protected void contribute() {
        modules(new ExposedModules());
        builtins("shapes", "area");
        builtinType(Circle.TYPE);
        helpers("shape_files");
        metaPathFinder("shape_files", "ByName");
        pathHook("shape_files", "BelowShapes");
    }
}
