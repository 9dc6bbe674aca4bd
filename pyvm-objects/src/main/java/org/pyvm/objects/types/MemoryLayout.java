package org.pyvm.objects.types;

import java.util.function.IntConsumer;

/**
 * How the items of a memory view lie in memory.
 *
 * @param itemSize in bytes
 * @param offset of the first item, in bytes
 * @param shape lengths by dimension, in items
 * @param strides distances by dimension, in bytes
 */
record MemoryLayout(String format, int itemSize, int offset, int[] shape, int[] strides) {

    static MemoryLayout contiguous(String format, int itemSize, int[] shape) {
        return new MemoryLayout(format, itemSize, 0, shape, stridesOf(itemSize, shape));
    }

    private static int[] stridesOf(int itemSize, int[] shape) {
        int[] strides = new int[shape.length];
        int stride = itemSize;
        for (int i = shape.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= shape[i];
        }
        return strides;
    }

    int dimensions() {
        return shape.length;
    }

    int itemCount() {
        int count = 1;
        for (int length : shape) {
            count *= length;
        }
        return count;
    }

    int byteLength() {
        return itemCount() * itemSize;
    }

    /** The native format character, or 0 for a format that views cannot read. */
    char itemCharacter() {
        return BufferItem.nativeCharacter(format);
    }

    boolean isCContiguous() {
        int stride = itemSize;
        for (int i = shape.length - 1; i >= 0; i--) {
            if (shape[i] > 1 && strides[i] != stride && itemCount() > 0) {
                return false;
            }
            stride *= shape[i];
        }
        return true;
    }

    boolean isFContiguous() {
        int stride = itemSize;
        for (int i = 0; i < shape.length; i++) {
            if (shape[i] > 1 && strides[i] != stride && itemCount() > 0) {
                return false;
            }
            stride *= shape[i];
        }
        return true;
    }

    /** Offset of an item by its number in C order. */
    int offsetOf(int item) {
        int at = offset;
        int rest = item;
        for (int i = shape.length - 1; i >= 0; i--) {
            at += rest % shape[i] * strides[i];
            rest /= shape[i];
        }
        return at;
    }

    /** Visits the offsets of all items in C order. */
    void forEachItem(IntConsumer visitor) {
        int count = itemCount();
        for (int i = 0; i < count; i++) {
            visitor.accept(offsetOf(i));
        }
    }

    /** The same with another first dimension. */
    MemoryLayout slice(SliceBounds bounds) {
        int[] newShape = shape.clone();
        int[] newStrides = strides.clone();
        newShape[0] = bounds.count();
        newStrides[0] = strides[0] * bounds.step();
        int first = bounds.count() == 0 ? Math.max(0, bounds.start()) : bounds.start();
        return new MemoryLayout(format, itemSize, offset + first * strides[0], newShape, newStrides);
    }

    /** The same memory as items of another format. */
    MemoryLayout cast(String newFormat, int newItemSize, int[] newShape) {
        return new MemoryLayout(newFormat, newItemSize, offset, newShape, stridesOf(newItemSize, newShape));
    }
}
