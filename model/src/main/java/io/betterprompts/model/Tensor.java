package io.betterprompts.model;

import java.util.Arrays;

/** A dense, row-major tensor of floats. Its array is shared, not copied: whoever hands one over must not change it afterwards. */
public final class Tensor {

    private final int[] shape;
    private final float[] values;

    private Tensor(int[] shape, float[] values) {
        this.shape = shape;
        this.values = values;
    }

    /**
     * A tensor of these values.
     *
     * @param values row-major, as many as the product of the shape
     * @throws IllegalArgumentException if the count and the shape disagree
     */
    public static Tensor of(float[] values, int... shape) {
        if (values.length != size(shape)) {
            throw new IllegalArgumentException(values.length + " values for shape " + Arrays.toString(shape));
        }
        return new Tensor(shape.clone(), values);
    }

    static int size(int... shape) {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    public int[] shape() {
        return shape.clone();
    }

    public float[] values() {
        return values;
    }

    /** The first dimension; 1 for a scalar. */
    public int rows() {
        return shape.length == 0 ? 1 : shape[0];
    }

    /** Values in one row: the product of all dimensions but the first. */
    public int rowLength() {
        return rows() == 0 ? 0 : values.length / rows();
    }

    boolean isMatrix() {
        return shape.length == 2;
    }

    boolean sameShape(Tensor other) {
        return Arrays.equals(shape, other.shape);
    }

    /** Of a matrix only. */
    Tensor transposed() {
        int rows = shape[0];
        int columns = shape[1];
        float[] turned = new float[values.length];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                turned[c * rows + r] = values[r * columns + c];
            }
        }
        return Tensor.of(turned, columns, rows);
    }

    Tensor plus(Tensor other) {
        requireSameShape(other);
        float[] sum = values.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other.values[i];
        }
        return new Tensor(shape, sum);
    }

    Tensor minus(Tensor other) {
        requireSameShape(other);
        float[] difference = values.clone();
        for (int i = 0; i < difference.length; i++) {
            difference[i] -= other.values[i];
        }
        return new Tensor(shape, difference);
    }

    private void requireSameShape(Tensor other) {
        if (!sameShape(other)) {
            throw new IllegalArgumentException(
                    "shapes " + Arrays.toString(shape) + " and " + Arrays.toString(other.shape) + " differ");
        }
    }

    /** Rows of several matrices one below the other, as the fused query, key and value projection needs them. */
    static Tensor stacked(Tensor... parts) {
        int[] shape = parts[0].shape();
        shape[0] = Arrays.stream(parts).mapToInt(Tensor::rows).sum();
        float[] all = new float[size(shape)];
        int at = 0;
        for (Tensor part : parts) {
            System.arraycopy(part.values, 0, all, at, part.values.length);
            at += part.values.length;
        }
        return Tensor.of(all, shape);
    }
}
