package io.betterprompts.common.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.betterprompts.common.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

class ContractTests {

    private final Contract contract = ContractFixture.contract();

    @Test
    void prefersALiteralPathToAParameter() {
        assertThat(contract.match("GET", "/things/newest")
                        .orElseThrow()
                        .operation()
                        .id())
                .isEqualTo("readNewestThing");
    }

    @Test
    void readsPathParameters() {
        assertThat(contract.match("GET", "/things/42").orElseThrow().pathParameters())
                .isEqualTo(Map.of("id", "42"));
    }

    @Test
    void matchesNoEmptySegmentAndNoLongerPath() {
        assertThat(contract.match("GET", "/things/")).isEmpty();
        assertThat(contract.match("GET", "/things/1/2")).isEmpty();
    }

    @Test
    void takesTheDocumentsSecurityWhereAnOperationHasNone() {
        assertThat(contract.byRouteKey("POST /things").orElseThrow().secured()).isTrue();
        assertThat(contract.byRouteKey("GET /things/{id}").orElseThrow().secured())
                .isFalse();
    }

    @Test
    void tellsWhereNobodyNeedSayWhoTheyAre() {
        Contract optional = ContractFixture.of("""
                security: [{accessToken: []}]
                x-default-function: a
                paths:
                  /a: {get: {operationId: optional, x-function: a, x-scope: 'a:read', security: [{}, {accessToken: []}]}}
                """);

        assertThat(optional.byRouteKey("GET /a").orElseThrow().secured()).isTrue();
        assertThat(optional.byRouteKey("GET /a").orElseThrow().anonymous()).isTrue();
        assertThat(contract.byRouteKey("POST /things").orElseThrow().anonymous())
                .isFalse();
    }

    @Test
    void refusesTwoOperationsOfOneName() {
        assertThatThrownBy(() -> ContractFixture.of("""
                        x-default-function: a
                        paths:
                          /a: {get: {operationId: same, x-function: a}}
                          /b: {get: {operationId: same, x-function: a}}
                        """))
                .isInstanceOf(InvalidContract.class)
                .hasMessageContaining("same");
    }

    @Test
    void refusesAPathWrittenTwice() {
        assertThatThrownBy(() -> ContractFixture.of("""
                        paths:
                          /a: {get: {operationId: one, x-function: a}}
                          /a: {get: {operationId: two, x-function: a}}
                        """)).hasMessageContaining("/a");
    }

    @Test
    void refusesAnAliasOfNothing() {
        assertThatThrownBy(() -> ContractFixture.of("""
                        x-default-function: a
                        paths:
                          /a: {get: {operationId: old, x-alias-of: gone, x-function: a}}
                        """))
                .isInstanceOf(InvalidContract.class)
                .hasMessageContaining("gone");
    }

    @Test
    void refusesAnOperationOfNoFunction() {
        assertThatThrownBy(() -> ContractFixture.of("""
                        x-default-function: a
                        paths:
                          /a: {get: {operationId: stray}}
                        """))
                .isInstanceOf(InvalidContract.class)
                .hasMessageContaining("x-function");
    }

    @Test
    void refusesASecuredOperationThatNamesNoScope() {
        assertThatThrownBy(() -> ContractFixture.of("""
                        security: [{accessToken: []}]
                        x-default-function: a
                        paths:
                          /a: {get: {operationId: one, x-function: a}}
                        """))
                .isInstanceOf(InvalidContract.class)
                .hasMessage("GET /a has no x-scope");
    }

    @Test
    void knowsWhatEachOperationAsksFor() {
        assertThat(contract.byRouteKey("POST /things").orElseThrow().scope()).contains("things:write");
        assertThat(contract.byRouteKey("GET /things/{id}").orElseThrow().scope())
                .isEmpty();
        assertThat(contract.scopes()).containsExactly("things:read", "things:write");
    }

    @Test
    void readsTheProductsOwnContract() {
        assertThat(Contract.load().operations()).isNotEmpty();
    }

    @Test
    void refusesALimitThereIsNoneOf() {
        assertThatThrownBy(() -> ContractFixture.of("""
                        x-default-function: a
                        paths:
                          /a: {get: {operationId: one, x-function: a, x-rate-limit: gone}}
                        """))
                .isInstanceOf(InvalidContract.class)
                .hasMessageContaining("gone");
    }

    @Test
    void refusesALimitPerNothing() {
        assertThatThrownBy(() -> ContractFixture.of("""
                        x-default-function: a
                        x-rate-limits: {odd: {quota: 1, window: 1, per: moon}}
                        paths: {}
                        """))
                .isInstanceOf(InvalidContract.class)
                .hasMessageContaining("odd");
    }

    @Test
    void limitsEachOperationOfTheProductButTheHealthCheck() {
        Contract product = Contract.load();

        assertThat(product.operations())
                .filteredOn(o -> product.rateLimit(o, RateLimit.Per.ADDRESS).isEmpty())
                .extracting(Operation::handledAs)
                .containsOnly("readHealth");
        assertThat(product.operations())
                .filteredOn(o -> o.path().matches("/api/(v1/)?auth/(register|login|refresh.*)"))
                .hasSize(6)
                .allSatisfy(o -> assertThat(product.rateLimit(o, RateLimit.Per.ADDRESS)
                                .orElseThrow()
                                .failsClosed())
                        .isTrue());
    }

    @Test
    void takesAnIdempotencyKeyWhereverTheProductMakesSomething() {
        Contract product = Contract.load();
        JsonNode document = Json.mapper().valueToTree(new Yaml().<Object>load(product.text()));
        JsonNode paths = document.path("paths");

        assertThat(product.operations())
                .filteredOn(o -> o.method().equals("POST"))
                .filteredOn(o -> o.handledAs().startsWith("enhance")
                        || paths.path(o.path()).path("post").path("responses").has("201"))
                .hasSizeGreaterThan(7)
                .allMatch(Operation::idempotent);
    }

    @Test
    void refusesFieldsItDoesNotKnowInEachBodyOfTheProduct() {
        JsonNode unknown = Json.mapper().readTree("{\"is_admin_of_everything\": true}");

        assertThat(Contract.load().operations())
                .filteredOn(o -> o.body().isPresent())
                .allSatisfy(o -> assertThat(o.body().orElseThrow().shape().violations(unknown))
                        .as(o.id())
                        .extracting(Violation::pointer)
                        .contains("/is_admin_of_everything"));
    }
}
