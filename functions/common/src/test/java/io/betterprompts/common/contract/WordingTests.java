package io.betterprompts.common.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each detail says what would be right, and none what was sent. */
class WordingTests {

    private static final Shape SHAPE = ContractFixture.of("""
            x-default-function: a
            paths:
              /a:
                post:
                  operationId: make
                  x-function: a
                  requestBody:
                    content:
                      application/json:
                        schema:
                          type: object
                          additionalProperties: false
                          required: [name]
                          minProperties: 1
                          maxProperties: 3
                          anyOf: [{required: [name]}, {required: [id]}]
                          properties:
                            name: {type: string, minLength: 1, maxLength: 2000, pattern: '\\S'}
                            code: {type: [string, 'null'], pattern: '^[a-z]+$', minLength: 2, maxLength: 3}
                            id: {type: string, format: uuid}
                            at: {type: string, format: date-time}
                            n: {type: integer, minimum: 1, maximum: 9}
                            kind: {enum: [red, green]}
                            sure: {const: true}
                            tags: {type: array, minItems: 1, maxItems: 2, uniqueItems: true}
                            map: {type: object, propertyNames: {pattern: '^[a-z]$'}}
            """)
            .byRouteKey("POST /a")
            .orElseThrow()
            .body()
            .orElseThrow()
            .shape();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name": 1}                   | /name | must be a string, not an integer
            {"name": "x", "code": 1.5}    | /code | must be a string or null, not a number
            {"name": "x", "code": "a"}    | /code | must have at least 2 characters
            {"name": " "}                 | /name | must not be blank
            {"name": "x", "code": "abcd"} | /code | must have at most 3 characters, not 4
            {"name": "x", "code": "AA"}   | /code | must match ^[a-z]+$
            {"name": "x", "id": "12"}     | /id   | must be a valid uuid, such as 0198c5a4-7d1e-7c33-9a52-0d6a1f3f5b10
            {"name": "x", "at": "now"}    | /at   | must be a valid date-time, such as 2026-11-22T10:15:30Z
            {"name": "x", "n": 0}         | /n    | must be at least 1
            {"name": "x", "n": 10}        | /n    | must be at most 9
            {"name": "x", "n": 1e308}     | /n    | is a number beyond 64 bits; send a smaller one
            {"name": "x", "kind": "blue"} | /kind | must be one of red, green
            {"name": "x", "sure": false}  | /sure | must be true
            {"name": "x", "tags": []}     | /tags | must have at least 1 item
            {"name": "x", "tags": [1,2,3]}| /tags | must have at most 2 items, not 3
            {"name": "x", "tags": [1,1]}  | /tags | must not hold the same item twice
            {"name": "x", "map": {"B":1}} | /map  | must have names that match ^[a-z]$
            {"id": "0198c5a4-7d1e-7c33-9a52-0d6a1f3f5b10"} | /name | is required
            {"name": "x", "nmae": "y"}    | /nmae | is not known here; there are at, code, id, kind, map, n, name, sure, tags
            """)
    void saysWhatWouldBeRight(String body, String pointer, String detail) {
        assertThat(SHAPE.violations(Json.mapper().readTree(body))).containsExactly(new Violation(pointer, detail));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                   | must have at least one of the fields; there are at, code, id, kind, map, n, name, sure, tags
            {"name":"x","n":1,"tags":[1],"at":1} | must have at most 3 fields
            []                                   | must be an object, not an array
            """)
    void saysSoOfTheWholeBodyToo(String body, String detail) {
        assertThat(SHAPE.violations(Json.mapper().readTree(body))).contains(new Violation("", detail));
    }

    @Test
    void saysOfEachAlternativeThatThereAreOthers() {
        assertThat(SHAPE.violations(Json.mapper().readTree("{}")))
                .contains(new Violation("/id", "is required, or one of its alternatives"));
    }
}
