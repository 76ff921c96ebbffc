package io.betterprompts.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The pre-trained encoder every classifier starts from: all-MiniLM-L6-v2 as fp32 ONNX, taken from the class path of the
 * build. Its files are pinned by hash, since a delta fits exactly one base.
 */
public final class BaseEncoder {

    public static final String ONNX_SHA256 = "759c3cd2b7fe7e93933ad23c4c9181b7396442a2ed746ec7c1d46192c469c46e";
    static final String TOKENIZER_SHA256 = "da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0";

    private BaseEncoder() {}

    /**
     * The encoder's tensors; there is no head yet.
     *
     * @throws IllegalStateException if the file is absent or is not the pinned one
     */
    public static Weights weights() {
        return named(OnnxFile.parse(ByteBuffer.wrap(pinned("/all-minilm-l6-v2.onnx", ONNX_SHA256))));
    }

    /** The bytes of {@code tokenizer.json}. */
    public static byte[] tokenizer() {
        return pinned("/all-minilm-l6-v2-tokenizer.json", TOKENIZER_SHA256);
    }

    static byte[] pinned(String resource, String sha256) {
        byte[] bytes = read(resource);
        String actual = Sha256.of(bytes);
        if (!actual.equals(sha256)) {
            throw new IllegalStateException(resource + " has SHA-256 " + actual + ", pinned is " + sha256);
        }
        return bytes;
    }

    private static byte[] read(String resource) {
        try (InputStream in = BaseEncoder.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The exporter kept the names of vectors and embeddings, but stored the matrices anonymously and transposed; the
     * nodes that use them, such as {@code /encoder/layer.0/output/dense/MatMul}, still tell which is which.
     */
    private static Weights named(OnnxFile onnx) {
        SortedMap<String, Tensor> named = new TreeMap<>();
        onnx.initialisers().forEach((name, tensor) -> {
            if (name.startsWith("embeddings.") || name.startsWith("encoder.")) {
                named.put(name, tensor);
            }
        });
        onnx.matMuls().forEach((node, matrix) -> {
            String name = node.substring(1).replace("/MatMul", ".weight").replace('/', '.');
            if (name.startsWith("encoder.")) {
                named.put(name, matrix.transposed());
            }
        });
        return new Weights(named);
    }
}
