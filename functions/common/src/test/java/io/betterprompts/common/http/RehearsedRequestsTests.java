package io.betterprompts.common.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.contract.ContractFixture;
import io.betterprompts.common.identity.AccessTokenInvalid;
import io.betterprompts.common.identity.Authenticator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RehearsedRequestsTests {

    private static final Contract CONTRACT = ContractFixture.contract();
    private static final Authenticator NOBODY_GETS_IN = credential -> {
        throw new AccessTokenInvalid();
    };

    private final List<String> handled = new ArrayList<>();

    @Test
    void asksForWhatIsSomebodysAsSomebodyWhoHasNothing() {
        function("others", "readNewestThing").rehearsal(List.of()).run();

        assertThat(handled).containsExactly("readNewestThing for " + RehearsedRequests.NOBODYS_ID);
    }

    @Test
    void handlesNoRequestThatMightChangeSomething() {
        function("things", "makeThing", "readThing").rehearsal(List.of()).run();

        assertThat(handled).isEmpty();
    }

    @Test
    void handlesWhatIsSaidToBeSafe() {
        function("things", "makeThing", "readThing")
                .rehearsal(List.of(new SafeRequest("POST", "/things", "{\"name\": \"lamp\"}")))
                .run();

        assertThat(handled).containsExactly("makeThing for " + RehearsedRequests.NOBODYS_ID);
    }

    private HttpFunction function(String name, String... operations) {
        Map<String, Handler> handlers = new HashMap<>();
        for (String operation : operations) {
            handlers.put(operation, request -> {
                handled.add(operation + " for " + request.caller().user());
                return Response.noContent();
            });
        }
        return HttpFunctions.unlimited(CONTRACT, NOBODY_GETS_IN).of(name, handlers);
    }
}
