package org.pyvm.objects.host;

import java.util.ArrayList;
import java.util.List;

/** Two trees laid over each other: a file of the upper one hides one of the same path below. */
public final class LayeredTree implements ReadOnlyTree {
    private final ReadOnlyTree upper;
    private final ReadOnlyTree lower;

    public LayeredTree(ReadOnlyTree upper, ReadOnlyTree lower) {
        this.upper = upper;
        this.lower = lower;
    }

    @Override
    public Entry find(String path) {
        Entry found = upper.find(path);
        return found != null ? found : lower.find(path);
    }

    @Override
    public List<String> list(String path) {
        List<String> names = new ArrayList<>();
        for (ReadOnlyTree tree : List.of(lower, upper)) {
            Entry folder = tree.find(path);
            if (folder != null && folder.isDirectory()) {
                for (String name : tree.list(path)) {
                    if (!names.contains(name)) {
                        names.add(name);
                    }
                }
            }
        }
        return names;
    }

    @Override
    public byte[] read(String path) {
        return upper.find(path) != null ? upper.read(path) : lower.read(path);
    }
}
