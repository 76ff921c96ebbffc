package io.betterprompts.history.feedback;

/**
 * A beta distribution: what is known of a probability after so many successes and failures. Both parameters are at least 1.
 */
record Beta(double alpha, double beta) {

    private static final int HALVINGS = 60;
    private static final int TERMS = 100_000;
    private static final double PRECISION = 1e-13;

    /** Of the gamma function's logarithm, by Lanczos with g = 7 and nine terms; good to about 15 digits. */
    private static final double[] LANCZOS = {
        0.9999999999998099,
        676.5203681218851,
        -1259.1392167224028,
        771.3234287776531,
        -176.6150291621406,
        12.507343278686905,
        -0.13857109526572012,
        9.984369578019572e-6,
        1.5056327351493116e-7
    };

    Beta {
        if (!(alpha >= 1 && beta >= 1)) {
            throw new IllegalArgumentException("alpha and beta must be at least 1");
        }
    }

    double mean() {
        return alpha / (alpha + beta);
    }

    /** The value that the probability is below with the probability {@code p}. */
    double quantile(double p) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (cumulative(middle) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The regularized incomplete beta function; its continued fraction converges fast below the mean. */
    double cumulative(double x) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        return x < (alpha + 1) / (alpha + beta + 2) ? below(x, alpha, beta) : 1 - below(1 - x, beta, alpha);
    }

    private static double below(double x, double a, double b) {
        double logFront = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
        return Math.exp(logFront) * fraction(x, a, b) / a;
    }

    /** By Lentz's method (NIST, Digital Library of Mathematical Functions, 8.17.22 and 3.10). */
    private static double fraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / nonZero(1 - (a + b) * x / (a + 1));
        double value = d;
        for (int m = 1; m < TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / nonZero(1 + even * d);
            c = nonZero(1 + even / c);
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / nonZero(1 + odd * d);
            c = nonZero(1 + odd / c);
            value *= d * c;
            if (Math.abs(d * c - 1) < PRECISION) {
                break;
            }
        }
        return value;
    }

    private static double nonZero(double value) {
        return Math.abs(value) < Double.MIN_NORMAL ? Double.MIN_NORMAL : value;
    }

    /** For arguments of at least 1. */
    private static double logGamma(double x) {
        double y = x - 1;
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (y + i);
        }
        double t = y + LANCZOS.length - 1.5;
        return Math.log(2 * Math.PI) / 2 + (y + 0.5) * Math.log(t) - t + Math.log(sum);
    }
}
