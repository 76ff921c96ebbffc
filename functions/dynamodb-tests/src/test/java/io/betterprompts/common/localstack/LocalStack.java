package io.betterprompts.common.localstack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;

/** The last LocalStack that runs without an account, started once and stopped with the process by Testcontainers. */
public final class LocalStack {

    static final DockerImageName IMAGE = DockerImageName.parse("localstack/localstack:4.14.0");

    /** Later versions, which someone may put in the place of this one, ask for it. */
    static final String TOKEN = "LOCALSTACK_AUTH_TOKEN";

    private LocalStack() {}

    /** For {@code @EnabledIf}; says on the way why there is none. */
    public static boolean canRun() {
        boolean found = DockerClientFactory.instance().isDockerAvailable();
        if (!found) {
            System.err.println("SKIPPED: there is no Docker, so nothing was tested on LocalStack");
        }
        return found;
    }

    /** Points a client at it. */
    public static <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
        LocalStackContainer container = running();
        return builder.endpointOverride(container.getEndpoint())
                .region(Region.of(container.getRegion()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(container.getAccessKey(), container.getSecretKey())))
                .build();
    }

    /** What the AWS command line prints, run where the services are. */
    static String aws(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("awslocal"));
        command.addAll(arguments);
        ExecResult result = running().execInContainer(command.toArray(String[]::new));
        if (result.getExitCode() != 0) {
            throw new IllegalStateException(arguments.subList(0, 2) + " failed: " + result.getStderr());
        }
        return result.getStdout();
    }

    static LocalStackContainer running() {
        return Running.CONTAINER;
    }

    /** What the container is told. */
    static Map<String, String> variables(Optional<String> token) {
        return token.map(text -> Map.of(TOKEN, text)).orElse(Map.of());
    }

    private static final class Running {

        static final LocalStackContainer CONTAINER = start();

        private static LocalStackContainer start() {
            LocalStackContainer container = new LocalStackContainer(IMAGE)
                    .withServices("dynamodb", "secretsmanager", "lambda")
                    .withEnv(variables(Optional.ofNullable(System.getenv(TOKEN))));
            container.start();
            return container;
        }
    }
}
