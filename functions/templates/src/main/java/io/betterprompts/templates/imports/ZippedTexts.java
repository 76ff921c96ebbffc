package io.betterprompts.templates.imports;

import io.betterprompts.common.problem.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.JsonNode;

/**
 * The {@code .txt} and {@code .md} files of a zip archive, in base64. What an entry's header says of its size is not believed:
 * bytes are counted as they are inflated, and reading stops at the first limit.
 */
final class ZippedTexts implements Format {

    static final int MAX_ENTRY = 100_000;
    static final int MAX_TOTAL = 10_000_000;
    static final int MAX_ENTRIES = 1000;

    private static final String BYTE_ORDER_MARK = "\ufeff";

    @Override
    public List<ForeignPrompt> read(JsonNode document, List<Fault> faults) {
        List<ForeignPrompt> prompts = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(
                new ByteArrayInputStream(Base64.getDecoder().decode(document.asString(""))), StandardCharsets.UTF_8)) {
            int entries = 0;
            int total = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readNBytes(MAX_ENTRY + 1);
                total += bytes.length;
                entries++;
                if (bytes.length > MAX_ENTRY || total > MAX_TOTAL || entries > MAX_ENTRIES) {
                    faults.add(Fault.at(AT, tooMuch()));
                    return List.of();
                }
                if (!isIgnored(entry.getName())) {
                    read(entry.getName(), bytes, prompts, faults);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            faults.add(Fault.at(AT, "is not a zip archive in base64, or is damaged or encrypted"));
        }
        return prompts;
    }

    private static String tooMuch() {
        return "has a file of more than " + MAX_ENTRY + " bytes, more than " + MAX_TOTAL
                + " bytes together, or more than " + MAX_ENTRIES + " files";
    }

    /** Folders, and what desktops put beside the files. */
    private static boolean isIgnored(String path) {
        return path.endsWith("/") || path.startsWith("__MACOSX/") || file(path).startsWith(".");
    }

    private static void read(String path, byte[] bytes, List<ForeignPrompt> prompts, List<Fault> faults) {
        String file = file(path);
        int dot = file.lastIndexOf('.');
        if (!file.endsWith(".txt") && !file.endsWith(".md")) {
            faults.add(Fault.at(AT, path + " is neither .txt nor .md"));
            return;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
            String folder = path.substring(0, path.length() - file.length());
            prompts.add(new ForeignPrompt(
                    AT + "/" + path.replace("~", "~0").replace("/", "~1"),
                    file.substring(0, dot),
                    List.of(content),
                    null,
                    folder.isEmpty() ? null : file(folder.substring(0, folder.length() - 1)),
                    List.of(),
                    Map.of(),
                    List.of()));
        } catch (CharacterCodingException e) {
            faults.add(Fault.at(AT, path + " is not UTF-8"));
        }
    }

    /** The last part of a path. */
    private static String file(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
