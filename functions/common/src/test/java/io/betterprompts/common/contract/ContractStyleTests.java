package io.betterprompts.common.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ContractStyleTests {

    private static final String SMALL = """
            security: [{accessToken: []}]
            x-default-function: a
            tags: [{name: things}]
            paths:
              /old-things/{id}:
                put:
                  operationId: putThing
                  x-function: a
                  x-scope: things
                  tags: [things]
                  summary: Put it
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: string}}
                  requestBody: {$ref: '#/components/requestBodies/Thing'}
                  responses:
                    '204': {$ref: '#/components/responses/Done'}
                    '400': {$ref: '#/components/responses/P400'}
                    '401': {$ref: '#/components/responses/P401'}
                    '403': {$ref: '#/components/responses/P403'}
                    '404': {$ref: '#/components/responses/P404'}
                    '413': {$ref: '#/components/responses/P413'}
                    '415': {$ref: '#/components/responses/P415'}
                    '422': {$ref: '#/components/responses/P422'}
                    '429': {$ref: '#/components/responses/P429'}
                    '500': {$ref: '#/components/responses/P500'}
                    '503': {$ref: '#/components/responses/P503'}
            components:
              requestBodies:
                Thing:
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/Thing'}
                      example: {thing_name: kettle}
              schemas:
                Thing: {type: object, properties: {thing_name: {type: string}}, examples: [{thing_name: cup}]}
              responses:
                Done: {description: Done., headers: {X-Request-Id: {schema: {type: string}}}}
            """;

    private static final String AROUND =
            "not-through-the-edge: {value: {type: /problems/not-through-the-edge, status: 403}}";

    private static String small() {
        StringBuilder text = new StringBuilder(SMALL);
        for (int status : List.of(400, 401, 403, 404, 413, 415, 422, 429, 500, 503)) {
            text.append("""
                        P%d:
                          description: No.
                          headers: {X-Request-Id: {schema: {type: string}}}
                          content:
                            application/problem+json:
                              schema: {type: object}
                              examples: {gone: {value: {type: /problems/gone, status: %d}}}
                    """.formatted(status, status));
        }
        return text.toString().replace("gone: {value: {type: /problems/gone, status: 403}}", AROUND);
    }

    private static List<String> faults(String yaml) {
        return ContractStyle.faults(new ContractReader(yaml));
    }

    @Test
    void findsNothingInTheProduct() {
        assertThat(ContractStyle.faults(ContractReader.ofClassPath())).isEmpty();
    }

    @Test
    void findsNothingWhereNothingIsWrong() {
        assertThat(faults(small())).isEmpty();
    }

    /** Each rule is seen to be broken. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /old-things/{id}:            | /oldThings/{id}:             | is not in kebab-case
            operationId: putThing        | operationId: put_thing       | has no operationId in camelCase
            summary: Put it              | description: Put it          | has no summary
            tags: [things]               | tags: [others]               | has no tag of the list
            summary: Put it              | {summary: x, deprecated: true} | is deprecated without being an alias
            '401': {                     | '418': {                     | does not list 401
            '403': {                     | '418': {                     | does not list 403
            '404': {                     | '418': {                     | does not list 404
            {not-through-the-edge:       | {gone:                       | does not say that the request may have come
            '413': {                     | '418': {                     | does not list 413
            '500': {                     | 'default': {                 | is no status
            problems/gone, status: 422   | problems/gone, status: 421   | has a problem of another status
            /problems/gone, status: 422  | /problems/here, status: 422  | has a problem of another type
            examples: {gone:             | x-examples: {gone:           | names no problem
            {description: Done.,         | {                            | has no description
            {X-Request-Id:               | {X-Other:                    | has no X-Request-Id
            {thing_name: {type           | {thingName: {type            | is not in snake_case
            example: {thing_name: kettle} | example: {thing_name: 1}    | has an example that breaks its schema
            examples: [{thing_name: cup  | examples: [{thing_name: 1    | has an example that breaks its schema
            schemas:                     | parameters: {Odd: {in: query}}/schemas: | is used by nobody
            """)
    void findsWhatIsWrong(String right, String wrong, String fault) {
        String text = small().replace(
                        right,
                        wrong.replace("/schemas:", "\n  schemas:")
                                .replace("{summary: x, deprecated: true}", "summary: x\n      deprecated: true"));

        assertThat(text).isNotEqualTo(small());
        assertThat(faults(text)).anyMatch(found -> found.contains(fault));
    }

    /** An alias takes and answers what the operation does that it is another path of. */
    @Test
    void writesAliasesAsTheirOperations() {
        JsonNode paths = ContractReader.ofClassPath().document().path("paths");
        for (Operation alias : Contract.load().operations()) {
            Operation meant = Contract.load().operations().stream()
                    .filter(o -> o.id().equals(alias.handledAs()))
                    .findFirst()
                    .orElseThrow();
            for (String part : List.of(
                    "parameters", "requestBody", "responses", "security", "x-scope", "x-rate-limit", "x-function")) {
                assertThat(node(paths, alias).path(part))
                        .as(alias.id() + " " + part)
                        .isEqualTo(node(paths, meant).path(part));
            }
        }
    }

    private static JsonNode node(JsonNode paths, Operation operation) {
        return paths.path(operation.path()).path(operation.method().toLowerCase(java.util.Locale.ROOT));
    }
}
