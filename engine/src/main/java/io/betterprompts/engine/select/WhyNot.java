package io.betterprompts.engine.select;

/** Why a technique was not used: the gate at which the nearest of its rules failed. */
public record WhyNot(String technique, Gate gate, String reason) {

    /** The nearer miss of the two, this one if they are equal. */
    public WhyNot nearer(WhyNot other) {
        return other.gate().compareTo(gate) > 0 ? other : this;
    }
}
