package io.betterprompts.infra;

import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Metric;

/**
 * What AWS measures of a deployment by itself, five minutes at a time.
 *
 * @param api the id of the HTTP API
 * @param database the id of the database's instance
 * @param cache the name of the cache's table
 */
record Measures(Deployment deployment, String api, String database, String cache) {

    static final Duration PERIOD = Duration.minutes(5);

    /** Of one function, all its versions together. */
    Metric function(ProductFunction function, String metric, String statistic) {
        return of("AWS/Lambda", metric, statistic, Map.of("FunctionName", deployment.name(function.id())));
    }

    Metric api(String metric, String statistic) {
        return of("AWS/ApiGateway", metric, statistic, Map.of("ApiId", api));
    }

    Metric database(String metric, String statistic) {
        return of("AWS/RDS", metric, statistic, Map.of("DBInstanceIdentifier", database));
    }

    Metric cache(String metric, String statistic) {
        return of("AWS/DynamoDB", metric, statistic, Map.of("TableName", cache));
    }

    private static Metric of(String namespace, String metric, String statistic, Map<String, String> dimensions) {
        return Metric.Builder.create()
                .namespace(namespace)
                .metricName(metric)
                .statistic(statistic)
                .dimensionsMap(dimensions)
                .period(PERIOD)
                .build();
    }
}
