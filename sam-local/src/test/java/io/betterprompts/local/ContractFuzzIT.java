package io.betterprompts.local;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.contract.Operation;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Requests made up from the contract, sent to the running server: none is answered with a 5xx, with what the contract does
 * not say, or late. 1,000 of them; {@code make fuzz} sends 20,000. They are the same each time; another seed makes others.
 */
class ContractFuzzIT {

    private static final FuzzRequests REQUESTS = new FuzzRequests();
    private static final Map<String, Operation> OPERATIONS =
            REQUESTS.operations().stream().collect(Collectors.toMap(Operation::id, Function.identity()));
    private static final FuzzReport REPORT = new FuzzReport();

    private static final Fuzzer FUZZER = new Fuzzer(AbusedServer.running(), REPORT);

    /** First what the contract shows, so that each operation does its work once at least. */
    @BeforeContainer
    static void sendTheExamples() {
        REQUESTS.operations().forEach(o -> FUZZER.send(REQUESTS.example(o), o));
    }

    @Provide
    Arbitrary<FuzzRequest> requests() {
        return REQUESTS.any();
    }

    @Property(seed = "20261122", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void isAnsweredAsTheContractSays(@ForAll("requests") FuzzRequest request) {
        FUZZER.send(request, requireNonNull(OPERATIONS.get(request.operation())));
    }

    @AfterContainer
    static void report() {
        REPORT.write(Path.of("target", "fuzz-report.txt"));
        assertThat(REPORT.neverDone(
                        REQUESTS.operations().stream().map(Operation::id).toList()))
                .isEmpty();
        assertThat(REPORT.requests()).isGreaterThan(OPERATIONS.size());
    }
}
