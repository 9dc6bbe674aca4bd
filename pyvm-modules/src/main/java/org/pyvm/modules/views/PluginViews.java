package org.pyvm.modules.views;

import java.util.List;

/** What {@code _pyvm} tells of the plugins of an interpreter; the part that knows them registers it. */
public interface PluginViews {
    /** Names of all that can be switched on, sorted. */
    List<String> names();

    /** Version of a plugin, or null when there is none of that name. */
    String version(String name);

    /** What there is, what each contributes and to which stage: text, or JSON. */
    String listing(boolean json);
}
