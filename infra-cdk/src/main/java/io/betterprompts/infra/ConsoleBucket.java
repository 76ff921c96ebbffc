package io.betterprompts.infra;

import static java.util.Objects.requireNonNull;

import io.betterprompts.console.ConsoleFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.HeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.IOrigin;
import software.amazon.awscdk.services.cloudfront.ResponseCustomHeader;
import software.amazon.awscdk.services.cloudfront.ResponseCustomHeadersBehavior;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentSecurityPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentTypeOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersStrictTransportSecurity;
import software.amazon.awscdk.services.cloudfront.ResponseSecurityHeadersBehavior;
import software.amazon.awscdk.services.cloudfront.origins.S3BucketOrigin;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.deployment.BucketDeployment;
import software.amazon.awscdk.services.s3.deployment.Source;
import software.constructs.Construct;
import software.constructs.IConstruct;

/** The files of a web page, which CloudFront alone may read. */
final class ConsoleBucket extends Construct {

    private final Bucket bucket;

    ConsoleBucket(Construct scope, String id) {
        super(scope, id);
        bucket = Bucket.Builder.create(this, "Bucket")
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .encryption(BucketEncryption.S3_MANAGED)
                .enforceSsl(true)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        Accepted.finding(bucket, "S1", "Only CloudFront reads it, and everybody may read what is in it");
    }

    IOrigin origin() {
        return S3BucketOrigin.withOriginAccessControl(bucket);
    }

    /**
     * What each answer says besides its type, as the console wants it. CloudFront keeps three of them apart from the others,
     * and asks for the last one beside them.
     */
    ResponseHeadersPolicy headers() {
        Map<String, String> wanted = new TreeMap<>(new ConsoleFiles().headers());
        ResponseSecurityHeadersBehavior security = ResponseSecurityHeadersBehavior.builder()
                .contentSecurityPolicy(ResponseHeadersContentSecurityPolicy.builder()
                        .contentSecurityPolicy(take(wanted, "content-security-policy"))
                        .override(true)
                        .build())
                .contentTypeOptions(ResponseHeadersContentTypeOptions.builder()
                        .override(take(wanted, "x-content-type-options").equals("nosniff"))
                        .build())
                .referrerPolicy(ResponseHeadersReferrerPolicy.builder()
                        .referrerPolicy(referrer(take(wanted, "referrer-policy")))
                        .override(true)
                        .build())
                .strictTransportSecurity(ResponseHeadersStrictTransportSecurity.builder()
                        .accessControlMaxAge(Duration.days(365))
                        .override(true)
                        .build())
                .build();
        return ResponseHeadersPolicy.Builder.create(this, "Headers")
                .securityHeadersBehavior(security)
                .customHeadersBehavior(ResponseCustomHeadersBehavior.builder()
                        .customHeaders(wanted.entrySet().stream()
                                .map(header -> ResponseCustomHeader.builder()
                                        .header(header.getKey())
                                        .value(header.getValue())
                                        .override(true)
                                        .build())
                                .toList())
                        .build())
                .build();
    }

    private static String take(Map<String, String> wanted, String header) {
        return requireNonNull(wanted.remove(header), header);
    }

    private static HeadersReferrerPolicy referrer(String policy) {
        return HeadersReferrerPolicy.valueOf(policy.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Copies the files there at each deployment that changes one; those that are gone are deleted. */
    void copy(Path folder, Distribution distribution, HelperLog log) {
        BucketDeployment.Builder.create(this, "Copy")
                .destinationBucket(bucket)
                .sources(List.of(Source.asset(folder.toString())))
                .retainOnDelete(false) // a bucket with files in it cannot be deleted
                .distribution(distribution)
                .distributionPaths(List.of("/*"))
                .logGroup(log.group())
                .build();
        Stack.of(this).getNode().getChildren().stream()
                .filter(child -> child.getNode().getId().startsWith("Custom::CDKBucketDeployment"))
                .forEach(ConsoleBucket::acceptCopier);
    }

    /** CDK makes it. It runs during a deployment and at no other time. */
    private static void acceptCopier(IConstruct copier) {
        for (String rule : List.of("IAM4", "IAM5", "L1")) {
            Accepted.finding(copier, rule, "CDK's own function, which copies files during a deployment");
        }
    }
}
