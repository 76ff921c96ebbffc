package io.betterprompts.local.coldstart;

import java.nio.file.Path;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.boot.SpringApplicationAotProcessor;
import org.springframework.cloud.function.adapter.aws.FunctionInvoker;
import org.springframework.cloud.function.utils.FunctionClassUtils;
import org.springframework.javapoet.ClassName;

/**
 * Writes the beans of a function as Java sources, as Spring Boot's build plugins do. It runs on the function's own class path,
 * with {@code MAIN_CLASS} in the environment; the application is started as the adapter does it, up to its beans.
 */
final class AheadOfTime extends SpringApplicationAotProcessor {

    private AheadOfTime(Settings settings) {
        super(Adapter.class, settings, new String[0]);
    }

    /** Takes the folder. Beside {@code sources} it gets {@code classes}, which are made as such. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        new AheadOfTime(Settings.builder()
                        .sourceOutput(folder.resolve("sources"))
                        .classOutput(folder.resolve("classes"))
                        .resourceOutput(folder.resolve("resources"))
                        .groupId("io.betterprompts")
                        .artifactId("function")
                        .build())
                .process();
    }

    /** The adapter looks for them by the name of the function's class. */
    @Override
    protected ClassNameGenerator createClassNameGenerator() {
        return new ClassNameGenerator(ClassName.get(FunctionClassUtils.getStartClass()));
    }

    /** Spring wants a main method to call. */
    static final class Adapter {

        public static void main(String... arguments) {
            new FunctionInvoker();
        }
    }
}
