package io.betterprompts.common.identity;

import io.betterprompts.common.json.Json;
import io.jsonwebtoken.io.AbstractDeserializer;
import io.jsonwebtoken.io.AbstractSerializer;
import io.jsonwebtoken.io.Deserializer;
import io.jsonwebtoken.io.Serializer;
import java.io.OutputStream;
import java.io.Reader;
import java.util.Map;
import tools.jackson.core.type.TypeReference;

/** Lets jjwt read and write JSON with the mapper everything else uses: what it ships with would bring a second library. */
public final class JwtJson {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private JwtJson() {}

    public static Serializer<Map<String, ?>> writer() {
        return new AbstractSerializer<>() {
            @Override
            protected void doSerialize(Map<String, ?> object, OutputStream out) {
                Json.mapper().writeValue(out, object);
            }
        };
    }

    public static Deserializer<Map<String, ?>> reader() {
        return new AbstractDeserializer<>() {
            @Override
            protected Map<String, ?> doDeserialize(Reader reader) {
                return Json.mapper().readValue(reader, OBJECT);
            }
        };
    }
}
