package io.betterprompts.infra;

import static java.util.Objects.requireNonNull;

import io.betterprompts.common.contract.Contract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stage;

/** The stacks of several deployments, from one run of CDK: starting it takes far longer than another deployment. */
record Synthesised(Map<String, SynthesisedStack> stacks) {

    static final Contract CONTRACT = Contract.load();

    private static final String CERTIFICATE = "arn:aws:acm:us-east-1:123456789012:certificate/1a2b";

    private static final Map<String, Map<String, String>> DEPLOYMENTS = Map.of(
            "dev",
            Map.of(),
            "prod",
            Map.of("size", "prod", "cors-origins", "https://example.com"),
            "elsewhere",
            Map.ofEntries(
                    Map.entry("region", "us-east-1"),
                    Map.entry("vpc", "vpc-0123abcd"),
                    Map.entry("subnets", "subnet-0123abcd,subnet-4567abcd,subnet-89ababcd"),
                    Map.entry("database-proxy", "true"),
                    Map.entry("database-instance", "m7g.large"),
                    Map.entry("domain", "prompts.example.com"),
                    Map.entry("certificate", CERTIFICATE),
                    Map.entry("anonymous-enhance", "true"),
                    Map.entry("rate-limits", "caller=60/60"),
                    Map.entry("rules-overlay", "/opt/rules.yaml")),
            "edge",
            Map.of("cloudfront", "true"),
            "everything",
            Map.of(
                    "size", "prod",
                    "region", "eu-central-1",
                    "cloudfront", "true",
                    "firewall", "true",
                    "console", "page",
                    "domain", "prompts.example.com",
                    "certificate", CERTIFICATE,
                    "hosted-zone", "Z012345",
                    "alarm-email", "you@example.com"));

    /** Deployments that between them make use of each option; made once for all suites. */
    static Synthesised all() {
        return Once.ALL;
    }

    /** What is chosen for one of them. */
    static Map<String, String> chosen(String deployment) {
        return requireNonNull(DEPLOYMENTS.get(deployment));
    }

    /**
     * @param folder absolute; to write to, and for zips that stand for those make package would build
     * @param deployments by any name, what is chosen for each
     */
    private static Synthesised in(Path folder, Map<String, Map<String, String>> deployments) {
        makeAPage(folder.resolve("page"));
        Artifacts artifacts = BuiltZips.in(folder.resolve("built")).artifacts();
        App app = new App(Synthesis.settings()
                .outdir(folder.resolve("cdk.out").toString())
                .build());
        deployments.forEach((name, chosen) -> Stacks.in(
                Stage.Builder.create(app, name).build(), new Deployment(options(chosen, folder)), artifacts, CONTRACT));
        Path out = Path.of(app.synth().getDirectory());
        Map<String, SynthesisedStack> stacks = new TreeMap<>();
        deployments
                .keySet()
                .forEach(name -> SynthesisedStack.in(out.resolve("assembly-" + name))
                        .forEach(stack -> stacks.put(name + " " + stack.part(), stack)));
        return new Synthesised(stacks);
    }

    static Options options(Map<String, String> chosen, Path folder) {
        Map<String, String> context = new LinkedHashMap<>();
        chosen.forEach((key, value) -> context.put(Option.PREFIX + key, value));
        return Options.from(context, CONTRACT, folder);
    }

    CloudTemplate template(String deployment, String part) {
        SynthesisedStack stack = stacks.get(deployment + " " + part);
        if (stack == null) {
            throw new AssertionError("no stack " + part + " of " + deployment + " in " + stacks.keySet());
        }
        return stack.template();
    }

    /** With the one file that says it is a page. */
    static void makeAPage(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("index.html"), "<!doctype html>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Once {

        static final Synthesised ALL = in(Path.of("target/synthesised").toAbsolutePath(), DEPLOYMENTS);
    }
}
