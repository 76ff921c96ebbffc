package io.betterprompts.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fp32 initialisers of an ONNX graph and the names of the nodes that multiply by one. Nothing else of the format is read.
 *
 * @param initialisers by their name in the file
 * @param matMuls by the name of the node that multiplies by them
 */
record OnnxFile(Map<String, Tensor> initialisers, Map<String, Tensor> matMuls) {

    /** {@code TensorProto.FLOAT}. */
    private static final int FLOAT = 1;

    OnnxFile {
        initialisers = Collections.unmodifiableMap(new LinkedHashMap<>(initialisers));
        matMuls = Collections.unmodifiableMap(new LinkedHashMap<>(matMuls));
    }

    static OnnxFile parse(ByteBuffer file) {
        Map<String, Tensor> initialisers = new LinkedHashMap<>();
        Map<String, String> matMuls = new LinkedHashMap<>();
        ProtobufReader model = new ProtobufReader(file);
        while (model.next()) {
            if (model.field() == 7) {
                readGraph(model.message(), initialisers, matMuls);
            } else {
                model.skip();
            }
        }
        return new OnnxFile(initialisers, resolved(matMuls, initialisers));
    }

    private static Map<String, Tensor> resolved(Map<String, String> names, Map<String, Tensor> initialisers) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        names.forEach((node, name) -> {
            Tensor tensor = initialisers.get(name);
            if (tensor != null) { // the others multiply by something computed
                tensors.put(node, tensor);
            }
        });
        return tensors;
    }

    private static void readGraph(ProtobufReader graph, Map<String, Tensor> initialisers, Map<String, String> matMuls) {
        while (graph.next()) {
            switch (graph.field()) {
                case 1 -> readNode(graph.message(), matMuls);
                case 5 -> readTensor(graph.message(), initialisers);
                default -> graph.skip();
            }
        }
    }

    private static void readNode(ProtobufReader node, Map<String, String> matMuls) {
        List<String> inputs = new ArrayList<>();
        String name = "";
        String operation = "";
        while (node.next()) {
            switch (node.field()) {
                case 1 -> inputs.add(node.text());
                case 3 -> name = node.text();
                case 4 -> operation = node.text();
                default -> node.skip();
            }
        }
        if (operation.equals("MatMul") && inputs.size() == 2) {
            matMuls.put(name, inputs.get(1));
        }
    }

    private static void readTensor(ProtobufReader tensor, Map<String, Tensor> initialisers) {
        List<Integer> shape = new ArrayList<>();
        long type = 0;
        String name = "";
        ByteBuffer raw = ByteBuffer.allocate(0);
        while (tensor.next()) {
            switch (tensor.field()) {
                case 1 -> readDimensions(tensor, shape);
                case 2 -> type = tensor.varint();
                case 8 -> name = tensor.text();
                case 9 -> raw = tensor.block();
                default -> tensor.skip();
            }
        }
        if (type == FLOAT) {
            initialisers.put(name, tensor(raw, shape));
        }
    }

    private static void readDimensions(ProtobufReader tensor, List<Integer> shape) {
        if (!tensor.isPacked()) {
            shape.add(Math.toIntExact(tensor.varint()));
            return;
        }
        ProtobufReader packed = tensor.message();
        while (packed.hasRemaining()) {
            shape.add(Math.toIntExact(packed.varint()));
        }
    }

    private static Tensor tensor(ByteBuffer raw, List<Integer> shape) {
        float[] values = new float[raw.remaining() / Float.BYTES];
        raw.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return Tensor.of(values, shape.stream().mapToInt(Integer::intValue).toArray());
    }
}
