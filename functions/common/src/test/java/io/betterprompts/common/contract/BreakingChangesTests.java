package io.betterprompts.common.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The contract breaks no client of the last release, but where {@code api/released/breaking.txt} says so. */
class BreakingChangesTests {

    private static final Path RELEASED = Path.of("..", "..", "api", "released");

    private static final String OLD = """
            security: [{accessToken: []}]
            paths:
              /things:
                post:
                  operationId: makeThing
                  x-scope: things
                  security: [{}, {accessToken: []}]
                  parameters:
                    - {name: limit, in: query, schema: {type: integer, maximum: 100}}
                  requestBody:
                    content:
                      application/json:
                        schema: {$ref: '#/components/schemas/Thing'}
                  responses:
                    '201':
                      headers: {Location: {schema: {type: string}}}
                      content: {application/json: {schema: {$ref: '#/components/schemas/Made'}}}
            components:
              schemas:
                Thing:
                  type: object
                  additionalProperties: false
                  required: [name]
                  properties:
                    name: {type: [string, 'null'], minLength: 1, maxLength: 20}
                    kind: {enum: [red, green]}
                    parts: {type: array, maxItems: 9, items: {type: string, pattern: '^a'}}
                Made:
                  type: object
                  required: [id]
                  properties: {id: {type: string}, state: {enum: [old, used]}}
            """;

    private static Set<String> changes(String after) {
        return BreakingChanges.between(ContractReader.parse(OLD), ContractReader.parse(after));
    }

    @Test
    void breaksNoClientOfTheLastReleaseUndeclared() throws IOException {
        JsonNode now = ContractReader.ofClassPath().document();
        Set<String> changes =
                BreakingChanges.between(ContractReader.parse(Files.readString(RELEASED.resolve("openapi.yaml"))), now);

        assertThat(changes)
                .as("changes that break clients; take them back, or declare them in api/released/breaking.txt")
                .isEqualTo(declared());
    }

    private static Set<String> declared() throws IOException {
        List<String> lines = Files.readAllLines(RELEASED.resolve("breaking.txt"));
        return new TreeSet<>(lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList());
    }

    @Test
    void findsNothingInTheSameContract() {
        assertThat(changes(OLD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /things:                          | /others:                          | POST /things is gone
            operationId: makeThing            | operationId: createThing          | POST /things has another operationId
            x-scope: things                   | x-scope: all                      | POST /things asks for another credential
            security: [{}, {accessToken: []}] | security: [{accessToken: []}]     | POST /things asks for another credential
            name: limit, in: query            | name: most, in: query             | POST /things parameter limit is gone
            in: query, schema                 | in: query, required: true, schema | POST /things parameter limit is required now
            maximum: 100                      | maximum: 50                       | POST /things parameter limit has a lower maximum
            requestBody:                      | requestBody:/required: true       | POST /things body is required now
            application/json:/                | application/xml:/                 | POST /things takes no application/json any more
            required: [name]                  | required: [name, kind]            | POST /things body/kind is required now
            type: [string, 'null']            | type: string                      | POST /things body/name takes no null any more
            minLength: 1                      | minLength: 2                      | POST /things body/name has a higher minLength
            [red, green]                      | [red]                             | POST /things body/kind takes no green any more
            kind: {                           | sort: {                           | POST /things body/kind is not taken any more
            pattern: '^a'                     | pattern: '^b'                     | POST /things body/parts/* has another pattern
            '201':                            | '200':                            | POST /things 201 is gone
            headers: {Location:               | headers: {Other:                  | POST /things 201 header Location is gone
            required: [id]                    | required: []                      | POST /things 201/id is not always there any more
            id: {type: string}                | id: {type: integer}               | POST /things 201/id can be integer now
            [old, used]                       | [old, used, new]                  | POST /things 201/state can be new now
            """)
    void findsWhatBreaksClients(String before, String after, String change) {
        String changed = OLD.replace(before.replace(":/", ":\n"), after.replace(":/", ":\n        "));

        assertThat(changed).isNotEqualTo(OLD);
        assertThat(changes(changed)).contains(change);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            maximum: 100   | maximum: 200
            minLength: 1   | minLength: 0
            [red, green]   | [red, green, blue]
            [old, used]    | [old]
            required: [id] | required: [id, state]
            kind: {        | size: {type: integer}/kind: {
            security: [{accessToken: []}]/paths | security: []/paths
            """)
    void letsClientsHaveMore(String before, String after) {
        String changed = OLD.replace(
                before.replace("/paths", "\npaths"),
                after.replace("/paths", "\npaths").replace("/kind", "\n        kind"));

        assertThat(changed).isNotEqualTo(OLD);
        assertThat(changes(changed)).isEmpty();
    }
}
