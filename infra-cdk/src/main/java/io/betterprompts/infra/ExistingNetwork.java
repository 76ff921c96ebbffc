package io.betterprompts.infra;

import java.util.List;

/**
 * A network that is there already. It brings its own ways to Secrets Manager and DynamoDB.
 *
 * @param subnets for the functions and the database, each in a zone of its own
 */
record ExistingNetwork(String vpc, List<String> subnets) {

    ExistingNetwork {
        subnets = List.copyOf(subnets);
        if (subnets.size() < 2) {
            throw new UnusableOption(
                    "vpc needs subnets, at least two in different zones: subnets=subnet-0123abcd,subnet-4567abcd");
        }
    }
}
