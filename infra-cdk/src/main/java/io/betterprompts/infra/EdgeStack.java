package io.betterprompts.infra;

import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.contract.Operation;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.cloudfront.AllowedMethods;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.Function;
import software.amazon.awscdk.services.cloudfront.FunctionAssociation;
import software.amazon.awscdk.services.cloudfront.FunctionCode;
import software.amazon.awscdk.services.cloudfront.FunctionEventType;
import software.amazon.awscdk.services.cloudfront.FunctionRuntime;
import software.amazon.awscdk.services.cloudfront.HttpVersion;
import software.amazon.awscdk.services.cloudfront.OriginRequestPolicy;
import software.amazon.awscdk.services.cloudfront.SecurityPolicyProtocol;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.HttpOrigin;
import software.amazon.awscdk.services.cloudfront.origins.HttpOriginProps;
import software.amazon.awscdk.services.route53.targets.CloudFrontTarget;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.constructs.Construct;

/** CloudFront before the API, with or without a firewall, a name of one's own and a web page beside the API. */
final class EdgeStack extends Stack {

    private final Deployment deployment;

    EdgeStack(
            Construct scope,
            Deployment deployment,
            StatefulStack state,
            StatelessStack functions,
            Optional<FirewallStack> firewall,
            Contract contract) {
        super(
                scope,
                deployment.name("edge"),
                deployment
                        .stack("edge", "CloudFront")
                        .crossRegionReferences(firewall.isPresent())
                        .build());
        this.deployment = deployment;
        Distribution.Builder builder = Distribution.Builder.create(this, "Distribution")
                .comment(deployment.name("edge"))
                .httpVersion(HttpVersion.HTTP2_AND_3)
                .minimumProtocolVersion(SecurityPolicyProtocol.TLS_V1_2_2021);
        firewall.ifPresent(rules -> builder.webAclId(rules.arn()));
        deployment
                .options()
                .domain()
                .ifPresent(domain -> builder.domainNames(List.of(domain.name()))
                        .certificate(Certificate.fromCertificateArn(this, "Certificate", domain.certificate())));
        BehaviorOptions api = api(functions, state.edgeSecret().orElseThrow());
        Optional<Path> console = deployment.options().edge().console();
        if (console.isPresent()) {
            ConsoleBucket files = new ConsoleBucket(this, "Console");
            Distribution distribution = builder.defaultBehavior(page(files))
                    .defaultRootObject("index.html")
                    .additionalBehaviors(at(paths(contract.operations()), api))
                    .build();
            HelperLog log = new HelperLog(this, "CopyLog", "copy", deployment, state.key());
            files.copy(console.get(), distribution, log);
            publish(distribution);
        } else {
            publish(builder.defaultBehavior(api).build());
        }
    }

    /** Nothing is cached: an answer is for whoever asked. The API knows itself by its own name, not by ours. */
    private BehaviorOptions api(StatelessStack functions, Secret edge) {
        String host = functions.api().getApiId() + ".execute-api." + getRegion() + "." + getUrlSuffix();
        String shown = edge.getSecretValue().unsafeUnwrap(); // a reference, which CloudFormation follows
        HttpOriginProps proof = HttpOriginProps.builder()
                .customHeaders(Map.of("x-betterprompts-edge", shown))
                .build();
        return BehaviorOptions.builder()
                .origin(new HttpOrigin(host, proof))
                .functionAssociations(List.of(viewersAddress()))
                .allowedMethods(AllowedMethods.ALLOW_ALL)
                .cachePolicy(CachePolicy.CACHING_DISABLED)
                .originRequestPolicy(OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER)
                .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY)
                .build();
    }

    /** The functions see CloudFront's address; it tells them whose request it is, whatever the client put there. */
    private FunctionAssociation viewersAddress() {
        Function function = Function.Builder.create(this, "Viewer")
                .functionName(deployment.name("viewer"))
                .runtime(FunctionRuntime.JS_2_0)
                .code(FunctionCode.fromInline("""
                        function handler(event) {
                          event.request.headers['x-betterprompts-viewer'] = {value: event.viewer.ip};
                          return event.request;
                        }
                        """))
                .build();
        return FunctionAssociation.builder()
                .eventType(FunctionEventType.VIEWER_REQUEST)
                .function(function)
                .build();
    }

    private static BehaviorOptions page(ConsoleBucket files) {
        return BehaviorOptions.builder()
                .origin(files.origin())
                .responseHeadersPolicy(files.headers())
                .viewerProtocolPolicy(ViewerProtocolPolicy.REDIRECT_TO_HTTPS)
                .build();
    }

    /** Where the API is: whole paths of one step, of the others what they begin with. */
    private static Collection<String> paths(Collection<Operation> operations) {
        TreeSet<String> paths = new TreeSet<>();
        operations.forEach(operation -> {
            int second = operation.path().indexOf('/', 1);
            paths.add(second < 0 ? operation.path() : operation.path().substring(0, second) + "/*");
        });
        return paths;
    }

    private static Map<String, BehaviorOptions> at(Collection<String> paths, BehaviorOptions api) {
        Map<String, BehaviorOptions> behaviors = new TreeMap<>();
        paths.forEach(path -> behaviors.put(path, api));
        return behaviors;
    }

    private void publish(Distribution distribution) {
        Optional<Domain> domain = deployment.options().domain();
        Accepted.finding(distribution, "CFR1", "The product is for everywhere");
        Accepted.finding(
                distribution, "CFR3", "Such a log holds addresses and paths; the API's own tells what is needed");
        if (!deployment.options().edge().firewall()) {
            Accepted.finding(distribution, "CFR2", "The firewall costs by the month; firewall=true adds it");
        }
        if (domain.isEmpty()) {
            Accepted.finding(distribution, "CFR4", "CloudFront's own name comes with its own certificate and rules");
        }
        domain.ifPresent(name -> name.enter(this, new CloudFrontTarget(distribution)));
        CfnOutput.Builder.create(this, "Url")
                .value("https://" + domain.map(Domain::name).orElse(distribution.getDistributionDomainName()))
                .build();
    }
}
