package io.betterprompts.infra;

import java.util.Locale;

/**
 * What AWS asks in us-east-1, in US dollars, as remembered on {@link #REMEMBERED}: nothing here was read from AWS's pages
 * that day. Free allowances are left out.
 */
enum Price {
    API_REQUESTS(1.00, "a million requests to an HTTP API, of the first 300 million", 1_000_000, "api-gateway/pricing"),
    LAMBDA_REQUESTS(0.20, "a million calls of Lambda functions", 1_000_000, "lambda/pricing"),
    LAMBDA_GB_SECONDS(0.0000133334, "a GB-second of Lambda on arm64; SnapStart is free for Java", 1, "lambda/pricing"),
    DATABASE_MICRO(0.016, "an hour of db.t4g.micro with PostgreSQL in one zone", 1, "rds/postgresql/pricing"),
    DATABASE_MEDIUM(0.065, "an hour of db.t4g.medium", 1, "rds/postgresql/pricing"),
    DATABASE_LARGE(0.674, "an hour of db.m7g.2xlarge", 1, "rds/postgresql/pricing"),
    DATABASE_STORAGE(0.115, "a GB of the database's gp3 storage, for a month", 1, "rds/postgresql/pricing"),
    DATABASE_PROXY(0.015, "an hour of RDS Proxy for each vCPU of the database", 1, "rds/proxy/pricing"),
    ENDPOINT(0.01, "an hour of an interface endpoint in one zone", 1, "privatelink/pricing"),
    SECRET(0.40, "a secret in Secrets Manager, for a month", 1, "secrets-manager/pricing"),
    SECRET_READS(0.05, "ten thousand readings of secrets", 10_000, "secrets-manager/pricing"),
    KEY(1.00, "a key in KMS, for a month", 1, "kms/pricing"),
    ALARM(0.10, "a CloudWatch alarm, for a month", 1, "cloudwatch/pricing"),
    METRIC(0.30, "a metric of one's own in CloudWatch, for a month", 1, "cloudwatch/pricing"),
    DASHBOARD(3.00, "a CloudWatch dashboard, for a month", 1, "cloudwatch/pricing"),
    LOGS_IN(0.50, "a GB written to CloudWatch Logs", 1, "cloudwatch/pricing"),
    LOGS_KEPT(0.03, "a GB kept in CloudWatch Logs, for a month", 1, "cloudwatch/pricing"),
    TRACES(5.00, "a million traces recorded by X-Ray", 1_000_000, "xray/pricing"),
    CACHE_READS(0.125, "a million read units of a DynamoDB table on demand", 1_000_000, "dynamodb/pricing/on-demand"),
    CACHE_WRITES(0.625, "a million write units of it", 1_000_000, "dynamodb/pricing/on-demand"),
    TRANSFER(0.09, "a GB sent to the Internet, of the first 10 TB", 1, "ec2/pricing/on-demand"),
    FIREWALL(5.00, "a web ACL of AWS WAF, for a month", 1, "waf/pricing"),
    FIREWALL_RULE(1.00, "a rule or a group of rules of it, for a month", 1, "waf/pricing"),
    FIREWALL_REQUESTS(0.60, "a million requests that it looks at", 1_000_000, "waf/pricing"),
    CLOUDFRONT_REQUESTS(1.00, "a million HTTPS requests to CloudFront", 1_000_000, "cloudfront/pricing"),
    HOSTED_ZONE(0.50, "a hosted zone of Route 53, for a month", 1, "route53/pricing");

    static final String REMEMBERED = "22 November 2026";

    private final double dollars;
    private final String unit;
    private final double units;
    private final String page;

    Price(double dollars, String unit, double units, String page) {
        this.dollars = dollars;
        this.unit = unit;
        this.units = units;
        this.page = page;
    }

    /** What an amount costs, in dollars; of what is sold by the million, the amount is not in millions. */
    double of(double amount) {
        return dollars * amount / units;
    }

    /** A row of a table: what, price, and where AWS says it. */
    String row() {
        String price = dollars < 0.001 ? String.format(Locale.ROOT, "%.10f", dollars) : Double.toString(dollars);
        return "| %s | %s | [%s](https://aws.amazon.com/%s/) |".formatted(unit, price, page, page);
    }
}
