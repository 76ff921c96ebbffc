package io.betterprompts.infra;

import java.time.Duration;
import java.util.Locale;

/** The Lambda functions: which class each one starts, how much it gets, and what it needs besides the database. */
enum ProductFunction {
    AUTH("AuthApplication", Memory.ONE_VCPU, Need.SIGNING_SECRET),
    ENHANCE("EnhanceApplication", Memory.ONE_VCPU, Need.ENGINE_LAYER),
    HISTORY("HistoryApplication", Memory.ONE_GIB, Need.NOTHING_MORE),
    TEMPLATES("TemplatesApplication", Memory.ONE_GIB, Need.NOTHING_MORE),
    SETTINGS("SettingsApplication", Memory.ONE_GIB, Need.NOTHING_MORE),
    MIGRATE("MigrateHandler", Memory.ONE_GIB, Need.NOTHING_MORE),
    RETENTION("RetentionHandler", Memory.ONE_GIB, Need.NOTHING_MORE);

    /** That one environment opens to the database at most: the functions' DB_POOL_SIZE. */
    static final int CONNECTIONS = 2;

    private final String mainClass;
    private final int memoryMb;
    private final Need need;

    ProductFunction(String mainClass, int memoryMb, Need need) {
        this.mainClass = "io.betterprompts." + id() + "." + mainClass;
        this.memoryMb = memoryMb;
        this.need = need;
    }

    /** As the contract and the folders call it. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String mainClass() {
        return mainClass;
    }

    int memoryMb() {
        return memoryMb;
    }

    boolean needs(Need asked) {
        return need == asked;
    }

    /** Whether requests come to it; of the others one runs once in a deployment, one once a day. */
    boolean isBehindApi() {
        return this != MIGRATE && this != RETENTION;
    }

    /** Behind the API it must end before API Gateway gives up, which it does after 30 seconds. */
    Duration timeout() {
        return isBehindApi() ? Duration.ofSeconds(20) : Duration.ofMinutes(10);
    }

    /** Beside the database. */
    enum Need {
        NOTHING_MORE,
        ENGINE_LAYER,
        SIGNING_SECRET
    }

    private static final class Memory {

        /** Where Lambda gives one whole processor: bcrypt and the encoder each keep one thread busy. */
        static final int ONE_VCPU = 1769;

        static final int ONE_GIB = 1024;
    }
}
