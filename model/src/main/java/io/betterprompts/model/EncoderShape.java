package io.betterprompts.model;

/**
 * The sizes of the encoder. All but the head count can be read off the weights.
 *
 * @param layers transformer layers
 * @param heads attention heads of each layer
 * @param hidden width of a token's state
 */
public record EncoderShape(int layers, int heads, int hidden) {

    /** MiniLM-L6-H384. */
    public static final EncoderShape MINI_LM_L6 = new EncoderShape(6, 12, 384);

    public EncoderShape {
        if (layers < 1 || heads < 1 || hidden % heads != 0) {
            throw new IllegalArgumentException("layers " + layers + ", heads " + heads + ", hidden " + hidden);
        }
    }

    /** Width of one attention head. */
    public int headWidth() {
        return hidden / heads;
    }
}
