package io.betterprompts.model;

/** How the archive stores the embeddings and the matrices; everything small stays fp32. All of them compute in fp32. */
public enum WeightStorage {
    /** Exact: 90 MB. */
    FP32,
    /** Half precision: 46 MB. */
    FP16,
    /**
     * One byte a value: 24 MB. Each row is divided by its largest value and the whole matrix then shares one scale,
     * since libtorch's kernel with a scale for each row gives garbage on aarch64. Matrices use 7 of the 8 bits, since
     * the AVX2 kernel adds pairs of products in 16 bits.
     */
    I8S7
}
