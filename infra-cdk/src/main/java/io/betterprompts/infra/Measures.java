package io.betterprompts.infra;

import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.SearchExpression;

/**
 * What is measured of a deployment, five minutes at a time: by AWS, and by the functions themselves.
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

    /** What the functions' logs say of one function. */
    Metric own(ProductFunction function, String metric, String statistic) {
        return of(deployment.metrics(), metric, statistic, Map.of("function", function.id()));
    }

    /**
     * All metrics of the functions' logs that have a word in their names.
     *
     * @param dimension {@code function} or {@code operation}
     */
    SearchExpression named(String word, String dimension, String statistic) {
        String search =
                "SEARCH('{\"%s\",%s} MetricName=%s', '%s')".formatted(deployment.metrics(), dimension, word, statistic);
        return SearchExpression.Builder.create()
                .expression(search)
                .label("")
                .period(PERIOD)
                .build();
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
