package io.betterprompts.engine.classify;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The distilled BERT encoder, run in this process. Of a long prompt it reads the beginning and the end, see
 * {@link PromptTokenizer}. Loading takes about a second and refuses weights or native libraries that compute
 * something else than they did in training.
 */
public final class TorchIntentClassifier implements IntentClassifier, AutoCloseable {

    private final ClassifierDescription description;
    private final Calibration calibration;
    private final PromptTokenizer tokenizer;

    /** Held although only its block is used: when the model is collected, its finaliser frees the block's memory. */
    private final Model model;

    private TorchIntentClassifier(ClassifierFiles files, Consumer<LoadStep> progress) {
        description = ClassifierDescription.parse(files.read(ClassifierFiles.DESCRIPTION));
        calibration = new Calibration(description.temperature(), description.threshold());
        progress.accept(LoadStep.NATIVE_LIBRARIES);
        TorchRuntime.start();
        progress.accept(LoadStep.TOKENIZER);
        tokenizer = tokenizer(files, description.maxTokens());
        progress.accept(LoadStep.WEIGHTS);
        model = model(files);
    }

    /** The classifier whose weights are on the class path. */
    public static TorchIntentClassifier load() {
        return load(step -> {});
    }

    /**
     * The classifier whose weights are on the class path.
     *
     * @param progress told each step before it begins
     * @throws ClassifierUnusable if it does not run here
     */
    public static TorchIntentClassifier load(Consumer<LoadStep> progress) {
        return load(ClassifierFiles.bundled(), progress);
    }

    static TorchIntentClassifier load(ClassifierFiles files, Consumer<LoadStep> progress) {
        TorchIntentClassifier classifier = new TorchIntentClassifier(files, progress);
        progress.accept(LoadStep.SELF_TEST);
        classifier.test();
        return classifier;
    }

    private static PromptTokenizer tokenizer(ClassifierFiles files, int maxTokens) {
        try (InputStream json = files.open(ClassifierFiles.TOKENIZER)) {
            return new PromptTokenizer(json, maxTokens);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Model model(ClassifierFiles files) {
        Model model = Model.newInstance("intent-classifier", TorchRuntime.NAME);
        byte[] archive = files.read(ClassifierFiles.ARCHIVE);
        try (InputStream in = new ByteArrayInputStream(archive)) { // read in pieces, a stream took five times as long
            model.load(in);
            return model;
        } catch (IOException | MalformedModelException | EngineException e) {
            model.close();
            throw new ClassifierUnusable("the weights cannot be read", e);
        }
    }

    private void test() {
        float[] logits = logits(description.golden().text());
        if (!description.golden().matches(logits)) {
            close();
            throw new ClassifierUnusable("self-test failed: the weights should answer "
                    + description.golden().logits() + ", they answer " + Arrays.toString(logits) + " on "
                    + System.getProperty("os.arch"));
        }
    }

    @Override
    public Classification classify(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a blank text has no intent");
        }
        return calibration.classification(logits(text));
    }

    private float[] logits(String text) {
        long[] ids = tokenizer.encode(text);
        long[] mask = new long[ids.length];
        Arrays.fill(mask, 1);
        try (NDManager scope = model.getNDManager().newSubManager()) {
            NDList input = new NDList(scope.create(new long[][] {ids}), scope.create(new long[][] {mask}));
            NDArray logits = model.getBlock()
                    .forward(new ParameterStore(scope, false), input, false)
                    .singletonOrThrow();
            return logits.toFloatArray();
        }
    }

    @Override
    public String modelId() {
        return description.model();
    }

    @Override
    public void close() {
        tokenizer.close();
        model.close();
    }
}
