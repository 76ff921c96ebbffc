package io.betterprompts.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A TorchScript archive under construction: constants are added one by one, each giving the expression by which the code
 * refers to it, and then the archive is written with a module that has the one method {@code forward}. The same
 * constants and code give the same bytes.
 */
final class TorchScriptArchive {

    private static final FileTime EPOCH = FileTime.fromMillis(0);

    private final String name;
    private final PickleWriter constants = new PickleWriter().mark();
    private final List<byte[]> storages = new ArrayList<>();
    private int count;

    /** @param name of the top folder inside the archive */
    TorchScriptArchive(String name) {
        this.name = name;
    }

    String floats(Tensor tensor) {
        plainTensor("FloatStorage", LittleEndian.floats(tensor.values()), tensor.shape());
        return next();
    }

    /** Rounded to half precision; the code has to widen it before computing. */
    String halves(Tensor tensor) {
        plainTensor("HalfStorage", LittleEndian.halves(tensor.values()), tensor.shape());
        return next();
    }

    String bytes(byte[] values, int... shape) {
        plainTensor("CharStorage", values, shape);
        return next();
    }

    /** A matrix with one scale for all, and a bias of zeros, as {@code quantized::linear_dynamic} takes them. */
    String packedLinear(byte[] values, double scale, int... shape) {
        constants.global("__torch__.torch.classes.quantized", "LinearPackedParamsBase");
        constants.emptyTuple().newObject();
        constants.global("torch._utils", "_rebuild_qtensor").mark();
        storage("QInt8Storage", values, values.length)
                .integer(0)
                .integers(shape)
                .integers(strides(shape));
        constants
                .mark()
                .global("torch", "per_tensor_affine")
                .real(scale)
                .integer(0)
                .tuple();
        noHooks().tuple().reduce();
        plainTensor("FloatStorage", new byte[Float.BYTES * shape[0]], shape[0]);
        constants.pair().build();
        return next();
    }

    private void plainTensor(String storageType, byte[] raw, int... shape) {
        constants.global("torch._utils", "_rebuild_tensor_v2").mark();
        storage(storageType, raw, Tensor.size(shape)).integer(0).integers(shape).integers(strides(shape));
        noHooks().tuple().reduce();
    }

    private PickleWriter storage(String type, byte[] raw, int values) {
        constants.mark().string("storage").global("torch", type).string(Integer.toString(storages.size()));
        storages.add(raw);
        return constants.string("cpu").integer(values).tuple().persistentId();
    }

    /** No gradient wanted and no backward hooks: the last two arguments of every tensor. */
    private PickleWriter noHooks() {
        return constants.no().global("collections", "OrderedDict").emptyTuple().reduce();
    }

    private String next() {
        return "CONSTANTS.c" + count++;
    }

    private static int[] strides(int... shape) {
        int[] strides = new int[shape.length];
        int stride = 1;
        for (int i = shape.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= shape[i];
        }
        return strides;
    }

    /** @param code the TorchScript source of the class {@code __torch__.Classifier} */
    byte[] written(String code) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setMethod(ZipOutputStream.STORED); // libtorch reads no compressed entries
            entry(zip, "data.pkl", module());
            entry(zip, "code/__torch__.py", utf8(code));
            entry(zip, "code/__torch__/torch/classes/quantized.py", new byte[0]);
            for (int i = 0; i < storages.size(); i++) {
                entry(zip, "constants/" + i, storages.get(i));
            }
            entry(zip, "constants.pkl", constants.tuple().stop());
            entry(zip, "version", utf8("3\n"));
            entry(zip, "byteorder", utf8("little"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] module() {
        return new PickleWriter()
                .global("__torch__", "Classifier")
                .emptyTuple()
                .newObject()
                .emptyDictionary()
                .mark()
                .setItems()
                .build()
                .stop();
    }

    private void entry(ZipOutputStream zip, String path, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name + "/" + path);
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        entry.setCrc(crc.getValue());
        entry.setLastModifiedTime(EPOCH);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
