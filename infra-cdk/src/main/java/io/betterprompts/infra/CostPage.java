package io.betterprompts.infra;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** docs/costs.md, all of it. */
final class CostPage {

    private static final double[] VOLUMES = {0, 10_000, 1_000_000, 100_000_000};

    private final Workload workload;

    CostPage(Workload workload) {
        this.workload = workload;
    }

    String text() {
        List<String> page = new ArrayList<>(HEAD.lines().toList());
        for (DeploymentSize size : DeploymentSize.values()) {
            page.add("");
            page.addAll(table(size));
        }
        page.addAll(NOTES.lines().toList());
        page.add("| what | assumed | why |");
        page.add("|---|---|---|");
        page.addAll(workload.rows());
        page.addAll(PRICES.lines().toList());
        Arrays.stream(Price.values()).map(Price::row).forEach(page::add);
        return String.join("\n", page) + "\n";
    }

    private List<String> table(DeploymentSize size) {
        List<String> rows = new ArrayList<>();
        rows.add("| `" + size.id() + "` | nothing | 10,000 | 1 million | 100 million |");
        rows.add("|---|--:|--:|--:|--:|");
        for (String line : Bill.of(size, workload, 0).lines().keySet()) {
            rows.add("| " + line + " |" + cells(size, line));
        }
        rows.add("| **together** |" + cells(size, ""));
        return rows;
    }

    /** @param line empty for all together */
    private String cells(DeploymentSize size, String line) {
        StringBuilder cells = new StringBuilder();
        for (double volume : VOLUMES) {
            if (!Bill.isPossible(size, workload, volume)) {
                cells.append(" refused |");
                continue;
            }
            Bill bill = Bill.of(size, workload, volume);
            cells.append(
                    line.isEmpty()
                            ? " **" + dollars(bill.total()) + "** |"
                            : " " + dollars(bill.lines().getOrDefault(line, 0.0)) + " |");
        }
        return cells.toString();
    }

    static String dollars(double value) {
        return value >= 100 ? String.format(Locale.ROOT, "%,.0f", value) : String.format(Locale.ROOT, "%.2f", value);
    }

    private static final String HEAD = """
            # What it costs

            Written by `make costs`, which is a calculator: the price table at the end, and the assumptions before it, are its input.
            **No figure here comes from a bill.** Prices are as remembered on %s, for us-east-1, and were not looked up: check those
            that matter to you before you rely on them. US dollars for a month of 730 hours, without tax and without AWS's free
            allowances (among them each month a million calls and 400,000 GB-seconds of Lambda, 5 GB of logs, 100 GB sent, ten alarms).

            ![Dollars a month by enhancements a month, for both sizes](costs.svg)
            """.formatted(Price.REMEMBERED);

    private static final String NOTES = """

            - *refused*: the size's throttle lets fewer requests through ([deploy.md](deploy.md#limits-and-what-to-change)).
            - Above 10 million the database is a db.m7g.2xlarge. Whether that is enough was not measured.
            - The database's storage is what the size has, or what the enhancements of the last months need if that is more. RDS adds it
              by itself up to the size's limit, which is in `DeploymentSize`; beyond that the limit has to be raised first.
            - Left out, because they are cents or depend on you: keeping zips in S3, backups beyond the size of the database, the daily
              erasure, alarms' e-mails, transfer between zones, copying snapshots elsewhere.
            - Options: CloudFront costs 1.00 for a million requests, the firewall 8.00 (with its three rules) and 0.60 for a million
              requests, a hosted zone 0.50.

            ## Assumptions

            They stand in `Workload` in `infra-cdk`. Change them to yours and run `make costs`.

            """;

    private static final String PRICES = """

            ## Prices

            | US dollars for | price | AWS's page |
            |---|--:|---|
            """;
}
