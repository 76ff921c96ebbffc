package io.betterprompts.common.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.betterprompts.common.contract.DescribedAnswers.Seen;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each way in which an answer can break the contract is noticed. */
class DescribedAnswersTests {

    private static final Map<String, String> JSON = Map.of("content-type", "application/json", "etag", "\"1\"");
    private static final Map<String, String> PROBLEM = Map.of("content-type", "application/problem+json");

    private final DescribedAnswers answers = new DescribedAnswers(new ContractReader("""
            x-default-function: a
            paths:
              /things/{id}:
                get:
                  operationId: read
                  x-function: a
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: string}}
                  responses:
                    '200':
                      headers: {ETag: {required: true, schema: {type: string, pattern: '^"'}}}
                      content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}
                    '204': {description: Done.}
                    '404':
                      content:
                        application/problem+json:
                          schema: {$ref: '#/components/schemas/Problem'}
                          examples: {thing-not-found: {}}
            components:
              schemas:
                Thing: {type: object, required: [name], properties: {name: {type: string}}}
                Problem: {type: object, required: [type]}
            """));

    private List<String> faults(int status, Map<String, String> headers, String body) {
        return answers.faults("GET", "/things/1?x=y", new Seen(status, headers, body));
    }

    @Test
    void takesWhatIsDescribed() {
        assertThat(faults(200, JSON, "{\"name\": \"x\"}")).isEmpty();
        assertThat(faults(204, Map.of("date", "today"), "")).isEmpty();
        assertThat(faults(404, PROBLEM, "{\"type\": \"/problems/thing-not-found\"}"))
                .isEmpty();
    }

    @Test
    void noticesAStatusThatIsNotListed() {
        assertThat(faults(418, JSON, "{}")).containsExactly("status 418 is not listed");
    }

    @Test
    void noticesABodyOfAnotherForm() {
        assertThat(faults(200, JSON, "{\"name\": 1}"))
                .singleElement()
                .asString()
                .endsWith("/name must be a string, not an integer");
        assertThat(faults(200, JSON, "no json")).isNotEmpty();
        assertThat(faults(204, Map.of(), "x")).containsExactly("a body where none is listed");
    }

    @Test
    void noticesAMediaTypeThatIsNotListed() {
        assertThat(faults(200, Map.of("content-type", "text/html", "etag", "\"1\""), "x"))
                .containsExactly("media type 'text/html' is not listed");
    }

    @Test
    void noticesAProblemThatIsNotListed() {
        assertThat(faults(404, PROBLEM, "{\"type\": \"/problems/route-not-found\"}"))
                .containsExactly("problem route-not-found is not listed with status 404");
    }

    @Test
    void noticesHeadersThatAreMissingOrNotListedOrOfAnotherForm() {
        assertThat(faults(200, Map.of("content-type", "application/json", "x-odd", "1"), "{\"name\": \"x\"}"))
                .containsExactly("header x-odd is not listed", "header etag is missing");
        assertThat(faults(200, Map.of("content-type", "application/json", "etag", "1"), "{\"name\": \"x\"}"))
                .singleElement()
                .asString()
                .contains("must match ^\"");
    }

    @Test
    void takesARefusalAloneWhereThereIsNoOperation() {
        Seen refusal = new Seen(404, PROBLEM, "{\"type\": \"/problems/route-not-found\"}");
        Seen gone = new Seen(404, PROBLEM, "{\"type\": \"/problems/thing-not-found\"}");

        assertThat(answers.faults("GET", "/nowhere", refusal)).isEmpty();
        assertThat(answers.faults("GET", "/nowhere", gone)).isNotEmpty();
        assertThat(answers.faults("POST", "/things/1", new Seen(200, JSON, "{}")))
                .isNotEmpty();
    }

    @Test
    void tellsRequestAndAnswer() {
        assertThatThrownBy(() -> answers.check("GET", "/things/1", new Seen(418, JSON, "tea")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("GET /things/1")
                .hasMessageContaining("418 tea");
    }
}
