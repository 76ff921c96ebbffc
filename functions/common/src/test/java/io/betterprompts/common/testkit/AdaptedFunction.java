package io.betterprompts.common.testkit;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import io.betterprompts.common.function.EventInvoker;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Function;

/** A function's whole application behind AWS's adapter: events go in and answers come out as the bytes they are there. */
public final class AdaptedFunction implements Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final PojoSerializer<APIGatewayV2HTTPEvent> events = serializer(APIGatewayV2HTTPEvent.class);
    private final PojoSerializer<APIGatewayV2HTTPResponse> answers = serializer(APIGatewayV2HTTPResponse.class);
    private final EventInvoker invoker;

    /** Starts the application, with nothing but the settings it needs to find the database. */
    public static AdaptedFunction start(Class<?> application, TestDatabase database) {
        Map<String, String> settings = Map.of("MAIN_CLASS", application.getName(), "DB_URL", database.jdbcUrl());
        settings.forEach(System::setProperty);
        try {
            return new AdaptedFunction(new EventInvoker());
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
    }

    private AdaptedFunction(EventInvoker invoker) {
        this.invoker = invoker;
    }

    @Override
    public APIGatewayV2HTTPResponse apply(APIGatewayV2HTTPEvent event) {
        ByteArrayOutputStream in = new ByteArrayOutputStream();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        events.toJson(event, in);
        try {
            invoker.handleRequest(new ByteArrayInputStream(in.toByteArray()), out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answers.fromJson(new ByteArrayInputStream(out.toByteArray()));
    }

    private static <T> PojoSerializer<T> serializer(Class<T> type) {
        return LambdaEventSerializers.serializerFor(type, AdaptedFunction.class.getClassLoader());
    }
}
