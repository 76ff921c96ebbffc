package io.betterprompts.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** docs/costs.md and docs/costs.svg are what {@code make costs} writes. */
class CostPageTests {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Workload WORKLOAD = Workload.assumed();

    @BeforeAll
    static void writeIfAsked() throws IOException {
        if (System.getProperty("costs.write") != null) {
            Costs.write(DOCS);
        }
    }

    @Test
    void isTheCommittedPage() {
        assertThat(DOCS.resolve("costs.md")).as("make costs writes it").hasContent(new CostPage(WORKLOAD).text());
        assertThat(DOCS.resolve("costs.svg")).as("make costs writes it").hasContent(new CostPlot(WORKLOAD).text());
    }

    @Test
    void showsWhatTheBillComesTo() {
        String total = CostPage.dollars(
                Bill.of(DeploymentSize.PROD, WORKLOAD, 1_000_000).total());

        assertThat(new CostPage(WORKLOAD).text()).contains("**" + total + "**");
    }

    @Test
    void saysWhereASizeRefusesRequests() {
        assertThat(new CostPage(WORKLOAD).text().lines().filter(line -> line.contains("refused |")))
                .isNotEmpty()
                .allMatch(line -> line.endsWith("refused |"));
    }

    @Test
    void drawsWellFormedLinesWithinTheFrame() throws Exception {
        Path file = Files.createTempFile("costs", ".svg");
        Files.writeString(file, new CostPlot(WORKLOAD).text());

        var lines = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getElementsByTagName("polyline");

        assertThat(lines.getLength()).isEqualTo(2);
        for (String point : lines.item(1)
                .getAttributes()
                .getNamedItem("points")
                .getNodeValue()
                .split(" ", -1)) {
            assertThat(Double.parseDouble(point.split(",", 2)[1])).isBetween(20.0, 320.0);
        }
        Files.delete(file);
    }
}
