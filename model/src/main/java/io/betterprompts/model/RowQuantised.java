package io.betterprompts.model;

/**
 * A tensor as one signed byte a value and one scale a row: {@code value ≈ scale[row] * byte}. Each value is off by at most
 * half its row's scale.
 */
final class RowQuantised {

    static final int MAX = 127;

    private final int[] shape;
    private final float[] scales;
    private final byte[] bytes;

    RowQuantised(int[] shape, float[] scales, byte[] bytes) {
        this.shape = shape;
        this.scales = scales;
        this.bytes = bytes;
    }

    static RowQuantised of(Tensor tensor) {
        return of(tensor, MAX);
    }

    /** @param max the largest byte to use, 1 to 127 */
    static RowQuantised of(Tensor tensor, int max) {
        float[] scales = new float[tensor.rows()];
        byte[] bytes = new byte[tensor.values().length];
        for (int row = 0; row < scales.length; row++) {
            scales[row] = quantiseRow(tensor, row, max, bytes);
        }
        return new RowQuantised(tensor.shape(), scales, bytes);
    }

    private static float quantiseRow(Tensor tensor, int row, int max, byte[] into) {
        int length = tensor.rowLength();
        int from = row * length;
        float largest = 0;
        for (int i = from; i < from + length; i++) {
            largest = Math.max(largest, Math.abs(tensor.values()[i]));
        }
        float scale = largest / max;
        if (scale == 0) { // nothing but zeros, or differences too small for a float's scale
            return 0;
        }
        for (int i = from; i < from + length; i++) {
            into[i] = (byte) Math.clamp(Math.round(tensor.values()[i] / scale), -max, max);
        }
        return scale;
    }

    Tensor dequantised() {
        float[] values = new float[bytes.length];
        int length = scales.length == 0 ? 0 : bytes.length / scales.length;
        for (int i = 0; i < values.length; i++) {
            values[i] = scales[i / length] * bytes[i];
        }
        return Tensor.of(values, shape);
    }

    int[] shape() {
        return shape.clone();
    }

    float[] scales() {
        return scales;
    }

    byte[] bytes() {
        return bytes;
    }
}
