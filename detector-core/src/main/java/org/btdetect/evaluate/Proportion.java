package org.btdetect.evaluate;

import java.util.Locale;

/**
 * A share of trials, with its confidence interval after Wilson (1927).
 *
 * @param hits the trials that count
 * @param trials all trials
 */
public record Proportion(long hits, long trials) {
    /** The quantile of the normal distribution for 95 %. */
    private static final double Z = 1.959963984540054;

    public Proportion {
        if (hits < 0 || hits > trials) {
            throw new IllegalArgumentException(hits + " of " + trials);
        }
    }

    /** Returns the lower end of the 95 % interval; 0 without trials. */
    public double lower() {
        return trials == 0 ? 0 : Math.max(0, centre() - reach());
    }

    /** Returns the upper end of the 95 % interval; 1 without trials. */
    public double upper() {
        return trials == 0 ? 1 : Math.min(1, centre() + reach());
    }

    private double share() {
        return (double) hits / trials;
    }

    private double centre() {
        return (share() + Z * Z / (2 * trials)) / (1 + Z * Z / trials);
    }

    private double reach() {
        double variance = share() * (1 - share()) / trials + Z * Z / (4.0 * trials * trials);
        return Z * Math.sqrt(variance) / (1 + Z * Z / trials);
    }

    /** Returns {@code 13/15 = 86.7 % [62.1, 96.3]}. */
    @Override
    public String toString() {
        if (trials == 0) {
            return "0/0";
        }
        return String.format(
                Locale.ROOT, "%d/%d = %.1f %% [%.1f, %.1f]", hits, trials, 100 * share(), 100 * lower(), 100 * upper());
    }
}
