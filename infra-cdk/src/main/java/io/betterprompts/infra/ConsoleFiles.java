package io.betterprompts.infra;

import java.nio.file.Path;
import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.IOrigin;
import software.amazon.awscdk.services.cloudfront.origins.S3BucketOrigin;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.deployment.BucketDeployment;
import software.amazon.awscdk.services.s3.deployment.Source;
import software.constructs.Construct;
import software.constructs.IConstruct;

/** The files of a web page, which CloudFront alone may read. */
final class ConsoleFiles extends Construct {

    private final Bucket bucket;

    ConsoleFiles(Construct scope, String id) {
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

    /** Copies the files there at each deployment that changes one; those that are gone are deleted. */
    void copy(Path folder, Distribution distribution) {
        BucketDeployment.Builder.create(this, "Copy")
                .destinationBucket(bucket)
                .sources(List.of(Source.asset(folder.toString())))
                .retainOnDelete(false) // a bucket with files in it cannot be deleted
                .distribution(distribution)
                .distributionPaths(List.of("/*"))
                .build();
        Stack.of(this).getNode().getChildren().stream()
                .filter(child -> child.getNode().getId().startsWith("Custom::CDKBucketDeployment"))
                .forEach(ConsoleFiles::acceptCopier);
    }

    /** CDK makes it. It runs during a deployment and at no other time. */
    private static void acceptCopier(IConstruct copier) {
        for (String rule : List.of("IAM4", "IAM5", "L1")) {
            Accepted.finding(copier, rule, "CDK's own function, which copies files during a deployment");
        }
    }
}
