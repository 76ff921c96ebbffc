package io.betterprompts.model;

/**
 * Writes merged weights as a TorchScript module {@code forward(ids [B,T], mask [B,T]) -> logits [B,labels]}: BERT encoder,
 * mean over the tokens the mask keeps, linear head.
 */
public final class BertTorchScript {

    private static final int I8_MATRIX_MAX = 63;
    private static final String EPSILON = "9.9999999999999998e-13";

    private final Weights weights;
    private final EncoderShape shape;
    private final WeightStorage storage;
    private final TorchScriptArchive archive = new TorchScriptArchive("intent_classifier");
    private final StringBuilder code = new StringBuilder("""
            class Classifier(Module):
              __parameters__ = []
              __buffers__ = []
              def forward(self: __torch__.Classifier,
                ids: Tensor,
                mask: Tensor) -> Tensor:
            """);

    private BertTorchScript(Weights weights, EncoderShape shape, WeightStorage storage) {
        this.weights = weights;
        this.shape = shape;
        this.storage = storage;
    }

    /** The bytes of the {@code .pt} file. */
    public static byte[] archive(Weights weights, EncoderShape shape, WeightStorage storage) {
        return new BertTorchScript(weights, shape, storage).written();
    }

    private byte[] written() {
        assign("B", "torch.size(ids, 0)");
        assign("T", "torch.size(ids, 1)");
        assign("keep", widened("mask"));
        assign("bias", "torch.unsqueeze(torch.unsqueeze(torch.mul(torch.rsub(keep, 1.), -10000.), 1), 1)");
        embeddings();
        for (int layer = 0; layer < shape.layers(); layer++) {
            layer("encoder.layer." + layer + ".");
        }
        assign("kept", "torch.unsqueeze(keep, -1)");
        assign("mean", "torch.div(torch.sum(torch.mul(x, kept), [1]), torch.sum(kept, [1]))");
        line("return torch.linear(mean, %s, %s)".formatted(exact(Weights.HEAD_WEIGHT), exact(Weights.HEAD_BIAS)));
        return archive.written(code.toString());
    }

    private void embeddings() {
        assign("words", wordEmbeddings(weights.get("embeddings.word_embeddings.weight")));
        assign("places", "torch.unsqueeze(torch.slice(%s, 0, 0, T), 0)".formatted(archive.floats(places())));
        assign("x", normalised("words", "places", "embeddings.LayerNorm"));
    }

    private String wordEmbeddings(Tensor table) {
        return switch (storage) {
            case FP32 -> embedded(archive.floats(table));
            case FP16 -> widened(embedded(archive.halves(table)));
            case I8S7 -> {
                RowQuantised rows = RowQuantised.of(table);
                String bytes = widened(embedded(archive.bytes(rows.bytes(), rows.shape())));
                yield "torch.mul(%s, %s)".formatted(bytes, embedded(archive.floats(scaleColumn(rows))));
            }
        };
    }

    /** Position embeddings plus the embedding of token type 0, the only type a single text has. */
    private Tensor places() {
        Tensor positions = weights.get("embeddings.position_embeddings.weight");
        float[] type = weights.get("embeddings.token_type_embeddings.weight").values();
        float[] sum = positions.values().clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += type[i % shape.hidden()];
        }
        return Tensor.of(sum, positions.shape());
    }

    private void layer(String prefix) {
        String projected = linear("x", queryKeyValue(prefix, ".weight"), queryKeyValue(prefix, ".bias"));
        String split = "torch.view(%s, [B, T, 3, %s, %s])".formatted(projected, shape.heads(), shape.headWidth());
        assign("qkv", "torch.permute(%s, [2, 0, 3, 1, 4])".formatted(split));
        assign("query", "torch.select(qkv, 0, 0)");
        assign("key", "torch.select(qkv, 0, 1)");
        assign("value", "torch.select(qkv, 0, 2)");
        assign("attended", "torch.scaled_dot_product_attention(query, key, value, bias)");
        assign("joined", "torch.reshape(torch.transpose(attended, 1, 2), [B, T, %s])".formatted(shape.hidden()));
        assign("mixed", linear("joined", prefix + "attention.output.dense"));
        assign("x", normalised("x", "mixed", prefix + "attention.output.LayerNorm"));
        assign("wide", "torch.gelu(%s)".formatted(linear("x", prefix + "intermediate.dense")));
        assign("narrow", linear("wide", prefix + "output.dense"));
        assign("x", normalised("x", "narrow", prefix + "output.LayerNorm"));
    }

    /** One multiplication instead of three. */
    private Tensor queryKeyValue(String prefix, String kind) {
        String self = prefix + "attention.self.";
        return Tensor.stacked(
                weights.get(self + "query" + kind),
                weights.get(self + "key" + kind),
                weights.get(self + "value" + kind));
    }

    private String normalised(String state, String addend, String name) {
        String scale = exact(name + ".weight");
        String shift = exact(name + ".bias");
        return "torch.layer_norm(torch.add(%s, %s), [%s], %s, %s, %s)"
                .formatted(state, addend, shape.hidden(), scale, shift, EPSILON);
    }

    private String linear(String input, String name) {
        return linear(input, weights.get(name + ".weight"), weights.get(name + ".bias"));
    }

    private String linear(String input, Tensor matrix, Tensor bias) {
        String addend = archive.floats(bias);
        return switch (storage) {
            case FP32 -> "torch.linear(%s, %s, %s)".formatted(input, archive.floats(matrix), addend);
            case FP16 -> "torch.linear(%s, %s, %s)".formatted(input, widened(archive.halves(matrix)), addend);
            case I8S7 -> {
                RowQuantised rows = RowQuantised.of(matrix, I8_MATRIX_MAX);
                String packed = archive.packedLinear(rows.bytes(), 1.0 / I8_MATRIX_MAX, rows.shape());
                String product = "ops.quantized.linear_dynamic(%s, %s, False)".formatted(input, packed);
                String largest = archive.floats(largestOfRows(rows));
                yield "torch.add(torch.mul(%s, %s), %s)".formatted(product, largest, addend);
            }
        };
    }

    private static Tensor largestOfRows(RowQuantised rows) {
        float[] largest = rows.scales().clone();
        for (int i = 0; i < largest.length; i++) {
            largest[i] *= I8_MATRIX_MAX;
        }
        return Tensor.of(largest, largest.length);
    }

    private static Tensor scaleColumn(RowQuantised rows) {
        return Tensor.of(rows.scales(), rows.scales().length, 1);
    }

    private String exact(String name) {
        return archive.floats(weights.get(name));
    }

    private static String embedded(String table) {
        return "torch.embedding(%s, ids)".formatted(table);
    }

    /** As fp32, whose number among PyTorch's types is 6. */
    private static String widened(String tensor) {
        return "torch.to(%s, 6)".formatted(tensor);
    }

    private void assign(String variable, String value) {
        line(variable + " = " + value);
    }

    private void line(String statement) {
        code.append("    ").append(statement).append('\n');
    }
}
