package io.betterprompts.common.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the contract in JSON when the project is built, because a function that has to read YAML starts later. */
public final class ContractAsJson {

    private ContractAsJson() {}

    /** Takes the file in YAML and the one to write. */
    public static void main(String... files) throws IOException {
        Files.writeString(
                Path.of(files[1]),
                ContractReader.parse(Files.readString(Path.of(files[0]))).toString());
    }
}
