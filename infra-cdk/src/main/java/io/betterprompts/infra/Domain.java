package io.betterprompts.infra;

import java.util.Optional;
import software.amazon.awscdk.services.route53.ARecord;
import software.amazon.awscdk.services.route53.HostedZone;
import software.amazon.awscdk.services.route53.HostedZoneAttributes;
import software.amazon.awscdk.services.route53.IAliasRecordTarget;
import software.amazon.awscdk.services.route53.RecordTarget;
import software.constructs.Construct;

/**
 * A name of one's own for the API.
 *
 * @param certificate the ARN of a certificate for the name, in AWS Certificate Manager
 * @param hostedZone the id of the Route 53 zone that the name is entered in; without it, the owner enters it elsewhere
 */
record Domain(String name, String certificate, Optional<String> hostedZone) {

    /** CloudFront takes certificates from here alone. */
    static final String EDGE_REGION = "us-east-1";

    /** Points the name to what answers for it, if the zone is known. */
    void enter(Construct scope, IAliasRecordTarget target) {
        hostedZone.ifPresent(id -> ARecord.Builder.create(scope, "Name")
                .zone(HostedZone.fromHostedZoneAttributes(scope, "Zone", attributes(id)))
                .target(RecordTarget.fromAlias(target))
                .build());
    }

    /** CDK names the record after the zone, so it is told ours; the zone itself is found by its id. */
    private HostedZoneAttributes attributes(String id) {
        return HostedZoneAttributes.builder().hostedZoneId(id).zoneName(name).build();
    }

    boolean hasCertificateIn(String region) {
        return certificate.startsWith("arn:aws:acm:" + region + ":");
    }
}
