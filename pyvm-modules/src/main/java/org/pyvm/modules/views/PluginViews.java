package org.pyvm.modules.views;

import java.util.List;
import org.pyvm.objects.host.FileSystem;

/** What {@code _pyvm} tells of the plugins of an interpreter; the part that knows them registers it. */
public interface PluginViews {
    /** Names of all that can be switched on, sorted. */
    List<String> names();

    /** Version of a plugin, or null when there is none of that name. */
    String version(String name);

    /**
     * Whether plugins keep to the class whose members go together in any order, and why not; null when there are none.
     *
     * @param what the path of a jar, or the name of a plugin
     */
    String certificates(String what, FileSystem files);

    /** What there is, what each contributes and to which stage: text, or JSON. */
    String listing(boolean json);
}
