package io.betterprompts.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.betterprompts.common.http.Cors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTests {

    private static final String CERTIFICATE = "arn:aws:acm:us-east-1:123456789012:certificate/1a2b-3c4d";

    @TempDir
    private Path repository;

    @BeforeEach
    void makeAConsole() throws IOException {
        Files.createDirectories(repository.resolve("page"));
        Files.createFile(repository.resolve("page/index.html"));
    }

    @Test
    void hasADefaultForEverything() {
        assertThat(options(Map.of()))
                .isEqualTo(new Options(
                        DeploymentSize.DEV,
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        new Edge(false, false, Optional.empty()),
                        Optional.empty(),
                        Optional.empty(),
                        new FunctionSettings(new Cors(List.of()), false, Optional.empty(), Optional.empty())));
    }

    @Test
    void takesEachOptionFromTheContext() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("size", "prod");
        all.put("region", "eu-central-1");
        all.put("vpc", "vpc-0123abcd");
        all.put("subnets", "subnet-0123abcd,subnet-4567abcd");
        all.put("database-proxy", "false");
        all.put("database-instance", "m7g.large");
        all.put("cloudfront", "true");
        all.put("firewall", "true");
        all.put("console", "page");
        all.put("domain", "prompts.example.com");
        all.put("certificate", CERTIFICATE);
        all.put("hosted-zone", "Z012345");
        all.put("alarm-email", "you@example.com");
        all.put("cors-origins", "https://example.com");
        all.put("anonymous-enhance", "true");
        all.put("rate-limits", "caller=60/60");
        all.put("rules-overlay", "/opt/rules.yaml");

        assertThat(all.keySet()).containsExactlyInAnyOrder(Option.list().split(", "));
        assertThat(options(all))
                .isEqualTo(new Options(
                        DeploymentSize.PROD,
                        Optional.of("eu-central-1"),
                        Optional.of(new ExistingNetwork("vpc-0123abcd", List.of("subnet-0123abcd", "subnet-4567abcd"))),
                        false,
                        Optional.of("m7g.large"),
                        new Edge(true, true, Optional.of(repository.resolve("page"))),
                        Optional.of(new Domain("prompts.example.com", CERTIFICATE, Optional.of("Z012345"))),
                        Optional.of("you@example.com"),
                        new FunctionSettings(
                                Cors.parse("https://example.com"),
                                true,
                                Optional.of("caller=60/60"),
                                Optional.of("/opt/rules.yaml"))));
    }

    @Test
    void putsAProxyBeforeTheDatabaseOfProdUnlessItIsToldNotTo() {
        assertThat(options(Map.of("size", "prod")).databaseProxy()).isTrue();
        assertThat(options(Map.of("database-proxy", "true")).databaseProxy()).isTrue();
    }

    @Test
    void leavesTheKeysOfCdkAlone() {
        assertThat(Options.from(Map.of("aws:cdk:bundling-stacks", List.of("**")), Synthesised.CONTRACT, repository)
                        .size())
                .isEqualTo(DeploymentSize.DEV);
    }

    @Test
    void takesWhatIsBlankAsNotGiven() {
        assertThat(options(Map.of("region", " ", "cors-origins", ""))).isEqualTo(options(Map.of()));
    }

    @Test
    void namesTheOptionsWhereOneIsUnknown() {
        assertThatThrownBy(() -> options(Map.of("sise", "prod")))
                .isInstanceOf(UnusableOption.class)
                .hasMessageStartingWith("sise is no option; the options are size, region,");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            size=staging                                  | size is dev or prod, not staging
            region=Frankfurt                              | region is such as eu-central-1, not Frankfurt
            cloudfront=yes                                | cloudfront is true or false, not yes
            firewall=true                                 | firewall needs cloudfront=true
            cloudfront=true firewall=true                 | firewall needs region
            console=page                                  | console needs cloudfront=true
            console=nowhere cloudfront=true               | there is none in
            vpc=default                                   | vpc is such as vpc-0123abcd, not default
            vpc=vpc-0123abcd                              | vpc needs subnets
            vpc=vpc-0123abcd subnets=subnet-0123abcd      | at least two
            subnets=subnet-0123abcd,subnet-4567abcd       | subnets needs vpc
            vpc=vpc-0123abcd subnets=subnet-1             | subnets is such as
            database-instance=large                       | database-instance is such as m7g.large, not large
            domain=example                                | domain is such as api.example.com
            domain=api.example.com                        | domain needs certificate
            hosted-zone=Z1                                | hosted-zone needs domain
            certificate=x                                 | certificate is such as
            alarm-email=you@example.com                   | alarm-email needs size=prod: dev has no alarms
            size=prod alarm-email=you                     | alarm-email is such as you@example.com, not you
            cors-origins=example.com                      | CORS_ORIGINS is *, or a list of origins
            rate-limits=caller=many                       | RATE_LIMITS is off, or a list
            rate-limits=visitors=1/60                     | RATE_LIMITS names visitors; the contract has
            """)
    void refusesNonsenseAndSaysWhatWouldBeRight(String given, String message) {
        Map<String, String> chosen = new LinkedHashMap<>();
        for (String pair : given.split(" +", -1)) {
            chosen.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }

        assertThatThrownBy(() -> options(chosen))
                .isInstanceOf(UnusableOption.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesACertificateThatIsNotWhereItIsUsed() {
        Map<String, String> chosen = new LinkedHashMap<>(
                Map.of("domain", "api.example.com", "certificate", CERTIFICATE, "region", "eu-central-1"));

        assertThatThrownBy(() -> options(chosen)).hasMessageContaining("certificate must be one in eu-central-1");

        chosen.put("cloudfront", "true");
        assertThat(options(chosen).domain()).isPresent();

        chosen.put("certificate", CERTIFICATE.replace("us-east-1", "eu-central-1"));
        assertThatThrownBy(() -> options(chosen)).hasMessageContaining("certificate must be one in us-east-1");
    }

    private Options options(Map<String, String> chosen) {
        return Synthesised.options(chosen, repository);
    }
}
