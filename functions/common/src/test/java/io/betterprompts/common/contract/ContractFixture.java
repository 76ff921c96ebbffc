package io.betterprompts.common.contract;

/** A contract small enough to read at a glance. */
public final class ContractFixture {

    private ContractFixture() {}

    /** Two operations of {@code things}, an alias of one, and one operation of another function. */
    public static Contract contract() {
        return of("""
                security: [{accessToken: []}]
                x-default-function: things
                paths:
                  /things:
                    post:
                      operationId: makeThing
                      x-function: things
                      x-scope: things:write
                      requestBody:
                        required: true
                        content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}
                  /things/{id}:
                    get:
                      operationId: readThing
                      x-function: things
                      security: []
                      parameters:
                        - {name: id, in: path, required: true, schema: {type: string, format: uuid}}
                        - {name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 100}}
                  /things/newest:
                    get:
                      operationId: readNewestThing
                      x-function: others
                      x-scope: things:read
                  /old/things:
                    post:
                      operationId: makeThingAlias
                      x-alias-of: makeThing
                      x-function: things
                      x-scope: things:write
                      requestBody:
                        required: true
                        content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}
                components:
                  schemas:
                    Thing:
                      type: object
                      additionalProperties: false
                      required: [name]
                      properties:
                        name: {type: string, minLength: 1, maxLength: 20}
                        size: {type: integer}
                """);
    }

    public static Contract of(String yaml) {
        return new ContractReader(yaml).read();
    }
}
